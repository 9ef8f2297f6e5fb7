package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose pepper differs from the one that the keys were sealed with does not start. */
class PepperCheckTest {

  private static final int WRONG_USE = 2;
  private static final String ONE = "1:" + "A".repeat(43) + "=";
  private static final String ANOTHER = "1:" + "B".repeat(43) + "=";

  @TempDir
  private Path folder;

  private Path dataDir;

  @BeforeEach
  void sealAKey() {
    dataDir = folder.resolve("data");
    try (RunningServer server = started(ONE)) {
      Platform platform = Platform.of(server.client());
      platform.key(platform.tenant("Acme"));
      server.stop();
    }
  }

  @Test
  void anotherPepperUnderTheSameVersionStopsTheStart() {
    assertRefused(ANOTHER);
    assertRefused("2:" + "C".repeat(43) + "=," + ANOTHER);
    try (RunningServer server = started(ONE)) {
      assertThat(server.output()).doesNotContain("pepper");
    }
  }

  @Test
  void aPepperFileThatWasLostStopsTheStartToo() throws Exception {
    assertRefused(null);
    Files.writeString(dataDir.resolve("peppers"), ONE + "\n");
    try (RunningServer server = started(null)) {
      assertThat(server.output()).contains("Latchkey is ready");
    }
  }

  @Test
  void anotherPepperUnderAVersionOfItsOwnStarts() {
    try (RunningServer server = started("2:" + "B".repeat(43) + "=," + ONE)) {
      assertThat(server.output()).contains("Latchkey is ready");
    }
    assertRefused("2:" + "C".repeat(43) + "=," + ONE);
  }

  @Test
  void aPepperOfADatabaseWithoutCheckValuesIsAdoptedAndNamed() throws SQLException {
    sql("DELETE FROM pepper_check");
    try (RunningServer server = started(ONE)) {
      assertThat(server.output())
          .contains("1 keys were sealed under the pepper 1", "cannot be verified", "DELETE FROM pepper_check");
      server.stop();
    }
    assertRefused(ANOTHER);
  }

  private RunningServer started(String peppers) {
    return RunningServer.start(dataDir, settings(peppers));
  }

  private void assertRefused(String peppers) {
    try (RunningServer server = RunningServer.launch(dataDir, settings(peppers))) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(WRONG_USE);
      assertThat(server.output())
          .contains("LATCHKEY_PEPPERS: the pepper of version", "is not the one that this database knows",
              "Latchkey was not started")
          .doesNotContain("BBBB", "CCCC", "\tat ", "Latchkey is ready");
    }
  }

  private static Map<String, String> settings(String peppers) {
    return peppers == null
        ? Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN)
        : Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN, "LATCHKEY_PEPPERS", peppers);
  }

  private void sql(String statement) throws SQLException {
    String url = "jdbc:h2:file:" + dataDir.resolve("latchkey") + ";IFEXISTS=TRUE;MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
