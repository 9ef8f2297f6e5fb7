package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command that verifies the audit trail finds what somebody did to the rows behind the server's back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditVerificationTest {

  private static final int WRONG_USE = 2;
  private static final int TAMPERED_WITH = 3;
  private static final int UNPROVEN = 4;

  private static final Pattern HEAD = Pattern.compile("head    (Tenant:\\d+/5/[0-9a-f]{64})");

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
    sql("DROP TABLE IF EXISTS kept_event", "CREATE TABLE kept_event AS SELECT * FROM audit_event",
        "DROP TABLE IF EXISTS kept_head", "CREATE TABLE kept_head AS SELECT * FROM audit_head");
  }

  @Test
  void aTrailThatNobodyTouchedIsIntact() {
    assertThat(verification(0)).contains("intact  " + tenant + " Acme: 5 events, 5 with a valid MAC",
        "Every audit trail is intact.");
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

  @Test
  void theLastEventAndTheHeadThatWereSetBackTogetherAreFoundOut() throws SQLException {
    assertThat(
        tampered(
            "DELETE FROM audit_event WHERE position = 5",
            "UPDATE audit_head SET position = 4, mac_position = 4,"
                + " hash = (SELECT hash FROM audit_event WHERE position = 4)"))
        .contains("BROKEN  " + tenant + " Acme: event 4 is the recorded end, whose MAC does not fit");
  }

  @Test
  void aRemovedMacIsReportedWithItsTimeAndUnproven() throws SQLException {
    assertThat(tampered(UNPROVEN, "UPDATE audit_event SET mac = NULL WHERE position = 3"))
        .contains("intact  " + tenant, "4 with a valid MAC", "UNPROVEN 1 events from 3 (20", "without a MAC")
        .doesNotContain("Every audit trail is intact");
  }

  @Test
  void aMacUnderAPepperThatIsNotAtHandIsReportedAsNotChecked() throws SQLException {
    assertThat(tampered(UNPROVEN, "UPDATE audit_event SET mac_pepper = 'lost' WHERE position = 3"))
        .contains("UNPROVEN 1 events have a MAC under the pepper lost, which is not in LATCHKEY_PEPPERS");
  }

  @Test
  void theTrailLeadsThroughAHeadThatWasWrittenDown() throws SQLException {
    String head = head();
    String another = head.substring(0, head.length() - 64) + "0".repeat(64);
    String later = head.replace("/5/", "/6/");
    String nobodys = "Tenant:1/5/" + "0".repeat(64);

    verification(0, "--expect", head);
    verification(0, "--expect=" + head);
    assertThat(verification(TAMPERED_WITH, "--expect", another))
        .contains("event 5 is not on the way to the expected head");
    assertThat(verification(TAMPERED_WITH, "--expect", later))
        .contains("event 6 is not on the way to the expected head");
    assertThat(verification(TAMPERED_WITH, "--expect", nobodys))
        .contains("the tenant of the expected head is not there");
    assertThat(
        tampered(() -> verification(0, "--expect", head), "UPDATE audit_event SET mac = NULL WHERE position = 3"))
        .contains("Every audit trail is intact.");
  }

  @Test
  void anArgumentThatIsNoneIsRefused() {
    assertThat(verification(0, "--help")).contains("--expect HEAD", "Exit status:", "What it cannot see");
    assertThat(verification(WRONG_USE, "--expect")).contains("is not a head");
    assertThat(verification(WRONG_USE, "--expect", "Tenant:1/5/abc")).contains("\"Tenant:1/5/abc\" is not a head");
    assertThat(verification(WRONG_USE, "--all")).contains("\"--all\" is not an option");
    String head = "Tenant:1/5/" + "0".repeat(64);
    assertThat(verification(WRONG_USE, "--expect", head, "--expect", head)).contains("names Tenant:1 twice");
  }

  @Test
  void anotherPepperIsNamedAndNoTrailCalledTamperedWith() {
    String another = "1:" + "B".repeat(43) + "=";
    try (RunningServer command = RunningServer.launch(dataDir, Map.of("LATCHKEY_PEPPERS", another), "verify-audit")) {
      assertThat(command.exitStatus()).as(command.output()).isEqualTo(WRONG_USE);
      assertThat(command.output()).contains("the pepper of version 1 is not the one").doesNotContain("BROKEN", another);
    }
  }

  private String head() {
    Matcher head = HEAD.matcher(verification(0));
    assertThat(head.find()).isTrue();
    return head.group(1);
  }

  private String tampered(String... statements) throws SQLException {
    return tampered(TAMPERED_WITH, statements);
  }

  private String tampered(int exitStatus, String... statements) throws SQLException {
    return tampered(() -> verification(exitStatus), statements);
  }

  private String tampered(Supplier<String> verification, String... statements) throws SQLException {
    change(statements);
    try {
      return verification.get();
    } finally {
      sql("DELETE FROM audit_event", "INSERT INTO audit_event SELECT * FROM kept_event",
          "DELETE FROM audit_head", "INSERT INTO audit_head SELECT * FROM kept_head");
    }
  }

  private String verification(int exitStatus, String... arguments) {
    String[] all = Stream.concat(Stream.of("verify-audit"), Stream.of(arguments)).toArray(String[]::new);
    try (RunningServer command = RunningServer.launch(dataDir, Map.of(), all)) {
      assertThat(command.exitStatus()).as(command.output()).isEqualTo(exitStatus);
      return command.output();
    }
  }

  /** Each of the statements changes at least one row. */
  private void change(String... statements) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
      }
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection connection() throws SQLException {
    String url = "jdbc:h2:file:" + dataDir.resolve("latchkey") + ";IFEXISTS=TRUE;MODE=MySQL;DATABASE_TO_LOWER=TRUE"
        + ";WRITE_DELAY=0";
    return DriverManager.getConnection(url, "sa", "");
  }
}
