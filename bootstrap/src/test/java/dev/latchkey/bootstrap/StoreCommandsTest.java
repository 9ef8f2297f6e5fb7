package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands check, migrate and repair on the embedded database. */
class StoreCommandsTest {

  private static final int FAULT = 1;
  private static final int WRONG_USE = 2;

  @TempDir
  private Path folder;

  private Path dataDir;

  @BeforeEach
  void nameTheFolder() {
    dataDir = folder.resolve("data");
  }

  @Test
  void checkBeforeTheFirstStartIsSoundAndMakesNothing() {
    assertThat(run(0, Map.of(), "check")).contains("ok     settings", "ok     database", "The start makes it");
    assertThat(dataDir).doesNotExist();
  }

  @Test
  void checkAfterAStartIsSoundAndChangesNoTable() throws SQLException {
    startOnce();
    Set<String> before = tables();

    assertThat(run(0, Map.of(), "check"))
        .contains("ok     database", "Topology: embedded", "ok     schema", "ok     peppers", "is the one that")
        .doesNotContain("FAULT", "Pending");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void checkNamesPendingMigrationsAndRunsNone() throws SQLException {
    startOnce();
    forgetTheLastMigration("DELETE FROM flyway_schema_history WHERE version = '16'");
    Set<String> before = tables();

    assertThat(run(0, Map.of(), "check"))
        .contains("Pending, run by the next start or by migrate: ", "They can be compared after the migration");
    assertThat(tables()).isEqualTo(before);
    assertThat(run(0, Map.of(), "migrate")).contains("ok     schema      Run: ");
    assertThat(run(0, Map.of(), "migrate")).contains("Nothing to do");
    assertThat(run(0, Map.of(), "check")).doesNotContain("Pending");
  }

  @Test
  void checkRefusesAnotherPepperAndRecordsNone() throws SQLException {
    startOnce();
    Set<String> before = tables();

    String other = "1:" + "B".repeat(43) + "=";
    assertThat(run(FAULT, Map.of("LATCHKEY_PEPPERS", other), "check"))
        .contains("FAULT  peppers", "the pepper of version 1 is not the one").doesNotContain(other);
    assertThat(run(0, Map.of("LATCHKEY_PEPPERS", other.replace("1:", "2:")), "check"))
        .contains("Version 2 is new. The start makes it known");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void checkNamesEverySettingThatIsWrong() {
    assertThat(run(FAULT, Map.of("LATCHKEY_PORT", "http", "LATCHKEY_DB_WAIT", "soon"), "check"))
        .contains("FAULT  settings    LATCHKEY_PORT", "FAULT  settings    LATCHKEY_DB_WAIT must be a whole number");
    assertThat(dataDir).doesNotExist();
  }

  @Test
  void migrateNeedsNoSecretsAndMakesNone() throws IOException {
    assertThat(run(0, Map.of(), "migrate")).contains("ok     schema      Run: 1 ");
    try (Stream<Path> files = Files.list(dataDir)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("latchkey.mv.db");
    }
    startOnce();
  }

  @Test
  void repairRemovesAFailedMigrationAndAcceptsAnAlteredOne() throws SQLException {
    startOnce();
    assertThat(run(0, Map.of(), "repair")).contains("Nothing to do");

    sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");
    forgetTheLastMigration("UPDATE flyway_schema_history SET success = FALSE WHERE version = '16'");
    assertThat(run(FAULT, Map.of(), "check")).contains("FAULT  schema", "in another form", ": 2 ", "command repair");
    assertThat(run(0, Map.of(), "repair"))
        .contains("removed the record of the failed migration 16 ", "accepted the present form of the migration 2 ");
    assertThat(run(0, Map.of(), "check")).contains("Pending", ": 16 ").doesNotContain("FAULT");
    startOnce();
  }

  @Test
  void checkBesideAServerOnTheEmbeddedDatabaseNamesIt() {
    try (RunningServer server = RunningServer.start(dataDir, Map.of())) {
      assertThat(run(FAULT, Map.of(), "check")).contains("FAULT  database", "another process uses the database");
      server.client().get("/health/readiness").isStatus(200);
    }
  }

  @Test
  void jsonIsOneObjectOnStandardOutput() {
    startOnce();

    JsonNode report = json("check");

    assertThat(report.get("command").getStringValue()).isEqualTo("check");
    assertThat(report.get("ok").getBooleanValue()).isTrue();
    assertThat(report.get("findings").values()).extracting(finding -> finding.get("subject").getStringValue())
        .containsExactly("settings", "database", "schema", "peppers");
    assertThat(json("migrate").get("findings").get(0).get("detail").getStringValue()).startsWith("Nothing to do");
  }

  @Test
  void helpAndWrongOptions() {
    for (String command : new String[]{"check", "migrate", "repair"}) {
      assertThat(run(0, Map.of(), command, "--help")).contains("latchkey.jar " + command, "Exit status:", "--json");
      assertThat(run(WRONG_USE, Map.of(), command, "--all")).contains("\"--all\" is not an option of " + command);
    }
    assertThat(run(WRONG_USE, Map.of("LATCHKEY_PORT", "http"), "migrate")).contains("LATCHKEY_PORT",
        "Nothing was done");
    assertThat(dataDir).doesNotExist();
  }

  private void forgetTheLastMigration(String record) throws SQLException {
    sql(record);
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE schema_reader");
    }
  }

  private void startOnce() {
    try (RunningServer server = RunningServer.start(dataDir, Map.of())) {
      assertThat(server.stop()).isZero();
    }
  }

  private String run(int exitStatus, Map<String, String> settings, String... arguments) {
    try (RunningServer command = RunningServer.launch(dataDir, settings, arguments)) {
      assertThat(command.exitStatus()).as(command.output()).isEqualTo(exitStatus);
      assertThat(command.output()).doesNotContain("\tat ", "has been already registered");
      return command.output();
    }
  }

  private JsonNode json(String command) {
    return new Answer(200, Map.of(), RunningServer.standardOutput(dataDir, Map.of(), command, "--json")).json();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
      }
    }
  }

  /** All tables with their rows. */
  private Set<String> tables() throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        var script = statement.executeQuery("SCRIPT NOSETTINGS")) {
      while (script.next()) {
        tables.add(script.getString(1));
      }
    }
    return tables;
  }

  private Connection connection() throws SQLException {
    String url = "jdbc:h2:file:" + dataDir.resolve("latchkey") + ";IFEXISTS=TRUE;MODE=MySQL;DATABASE_TO_LOWER=TRUE"
        + ";WRITE_DELAY=0";
    return DriverManager.getConnection(url, "sa", "");
  }
}
