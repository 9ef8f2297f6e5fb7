package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command that verifies the audit trail finds what somebody did to the rows behind the server's back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditVerificationTest {

  private static final int TAMPERED_WITH = 3;

  private Path dataDir;
  private String tenant;

  /** Five events: the tenant, a key, its disabling, its enabling, its deletion. */
  @BeforeAll
  void leaveATrail(@TempDir Path folder) {
    dataDir = folder.resolve("data");
    try (RunningServer server = RunningServer.start(dataDir, Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN))) {
      Platform platform = Platform.of(server.client());
      tenant = platform.tenant("Acme");
      Key key = platform.key(tenant);
      platform.operator().patch(platform.path(key), "{\"status\":\"DISABLED\"}").isStatus(200);
      platform.operator().patch(platform.path(key), "{\"status\":\"ACTIVE\"}").isStatus(200);
      platform.operator().delete(platform.path(key)).isStatus(204);
      server.stop();
    }
  }

  @BeforeEach
  void keepTheRowsAsTheyAre() throws SQLException {
    sql("DROP TABLE IF EXISTS kept_event", "CREATE TABLE kept_event AS SELECT * FROM audit_event");
  }

  @Test
  void aTrailThatNobodyTouchedIsIntact() {
    assertThat(verification(0)).contains("intact  " + tenant + " Acme: 5 events");
  }

  @Test
  void aChangedRowIsNamed() throws SQLException {
    assertThat(tampered("UPDATE audit_event SET action = 'api_key.enabled' WHERE position = 3"))
        .contains("BROKEN  " + tenant + " Acme: event 3 is not what was written");
  }

  @Test
  void anUnreadableRowIsNamed() throws SQLException {
    assertThat(tampered("UPDATE audit_event SET actor = 'nobody' WHERE position = 2"))
        .contains("BROKEN  " + tenant + " Acme: event 2 is not what was written");
  }

  @Test
  void aRemovedRowIsNamed() throws SQLException {
    assertThat(tampered("DELETE FROM audit_event WHERE position = 4"))
        .contains("BROKEN  " + tenant + " Acme: event 4 is missing");
  }

  @Test
  void theLastRowIsMissed() throws SQLException {
    assertThat(tampered("DELETE FROM audit_event WHERE position = 5"))
        .contains("BROKEN  " + tenant + " Acme: event 5 was expected");
  }

  @Test
  void reorderedRowsAreNamed() throws SQLException {
    assertThat(
        tampered(
            "UPDATE audit_event SET position = 99 WHERE position = 2",
            "UPDATE audit_event SET position = 2 WHERE position = 3",
            "UPDATE audit_event SET position = 3 WHERE position = 99"))
        .contains("BROKEN  " + tenant + " Acme: event 2 is not what was written");
  }

  private String tampered(String... statements) throws SQLException {
    sql(statements);
    try {
      return verification(TAMPERED_WITH);
    } finally {
      sql("DELETE FROM audit_event", "INSERT INTO audit_event SELECT * FROM kept_event");
    }
  }

  private String verification(int exitStatus) {
    try (RunningServer command = RunningServer.launch(dataDir, Map.of(), "verify-audit")) {
      assertThat(command.exitStatus()).as(command.output()).isEqualTo(exitStatus);
      return command.output();
    }
  }

  private void sql(String... statements) throws SQLException {
    String url = "jdbc:h2:file:" + dataDir.resolve("latchkey") + ";IFEXISTS=TRUE;MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
