package dev.latchkey.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.RunningServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Users who lack rights, and settings of the server with which requests would fail later, end the start with words. */
@ResourceLock("database server")
class RefusedOnHostileServer {

  private static final HostileServer DATABASE = HostileServer.given();

  /** The right to refer to other tables is missing. */
  private static final String TOO_FEW_TO_MIGRATE = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX";

  @TempDir
  private Path folder;

  private String database = "";

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = DATABASE.freshDatabase();
  }

  @Test
  void userWhoMayOnlyReadIsRefusedWithTheGrantThatHelps() {
    assertRefused("latchkey_reader", "GRANT DELETE, INSERT, UPDATE ON `" + database + "`.* TO");
  }

  @Test
  void userWhoMayNotDeleteIsRefusedWithTheGrantThatHelps() {
    assertRefused("latchkey_no_delete", "GRANT DELETE ON `" + database + "`.* TO");
  }

  @Test
  void userWithoutRightsIsRefusedAtOnce() {
    assertRefused("latchkey_no_rights", database);
  }

  @Test
  void userWhoMayNotAlterIsRefusedOnAnEmptyDatabase() {
    assertRefused("latchkey_no_alter", "GRANT ALTER ON `" + database + "`.* TO");
  }

  @Test
  void userWhoMayNotReferIsRefusedAndOnceAllIsGrantedTheNextStartWorks() throws SQLException {
    String user = DATABASE.freshUser(database, TOO_FEW_TO_MIGRATE);

    assertRefused(user, "GRANT REFERENCES ON `" + database + "`.* TO");
    DATABASE.run("GRANT ALL ON `%s`.* TO '%s'@'%%'".formatted(database, user));

    assertThatItStarts(user);
  }

  @Test
  void userWhoMayOnlyServeIsRefusedOnAnEmptyDatabaseAndStartsOnOneThatIsMigrated() {
    assertRefused("latchkey_writer", "GRANT ALTER, CREATE, INDEX, REFERENCES ON `" + database + "`.* TO", "migrate");
    assertThat(check("latchkey_writer", 1))
        .contains("FAULT  privileges", "GRANT ALTER, CREATE, INDEX, REFERENCES ON `" + database + "`.* TO");

    assertThatItStarts("latchkey");
    assertThatItStarts("latchkey_writer");
    assertThat(check("latchkey_writer", 0))
        .contains("ok     privileges  The user may serve. Migrations need another user");
  }

  @Test
  void wrongPasswordIsNamedAtOnce() {
    Map<String, String> settings = new HashMap<>(DATABASE.settings(database, "latchkey"));
    settings.put("LATCHKEY_DB_PASSWORD", DATABASE.password() + "x");
    try (RunningServer server = RunningServer.launch(folder.resolve("data"), settings)) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(1);
      assertThat(server.output())
          .contains("The database refuses the user or the password", "LATCHKEY_DB_PASSWORD")
          .doesNotContain("Waiting", DATABASE.password());
    }
  }

  @Test
  void serverThatAcceptsTooShortMessagesIsRefused() throws SQLException {
    DATABASE.run("SET GLOBAL max_allowed_packet = 4194304");
    try {
      assertRefused("latchkey", "max_allowed_packet", "4194304");
    } finally {
      DATABASE.run("SET GLOBAL max_allowed_packet = 8388608");
    }
    assertThatItStarts("latchkey");
  }

  private void assertRefused(String user, String... words) {
    try (RunningServer server = RunningServer.launch(folder.resolve("data"), DATABASE.settings(database, user))) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(1);
      assertThat(server.output())
          .contains("Latchkey was not started")
          .contains(words)
          .doesNotContain(DATABASE.password(), "Latchkey is ready");
    }
  }

  private String check(String user, int exitStatus) {
    try (
        RunningServer command = RunningServer.launch(
            folder.resolve("data"), DATABASE.settings(database, user), "check")) {
      assertThat(command.exitStatus()).as(command.output()).isEqualTo(exitStatus);
      return command.output();
    }
  }

  private void assertThatItStarts(String user) {
    try (RunningServer server = RunningServer.start(folder.resolve("data"), DATABASE.settings(database, user))) {
      server.client().get("/health/readiness").isStatus(200);
    }
  }
}
