package dev.latchkey.bootstrap.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the start and the commands about the store say on a database server, and what they change there. */
@ResourceLock("database server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreCommandsOnServerTest {

  private static final int FAULT = 1;

  private Schema schema;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    this.folder = folder;
    schema = Schema.fresh();
  }

  @BeforeEach
  void emptyTheSchema() throws SQLException {
    sql("DROP DATABASE IF EXISTS " + schema.name(), "CREATE DATABASE " + schema.name());
  }

  @Test
  void checkOfAnEmptyDatabaseNamesTheServerAndWhatIsPendingAndMakesNoTable() throws SQLException {
    assertThat(run(0, settings(), "check"))
        .contains("ok     settings", "takes writes. Topology: single. A revoked key is refused within one second",
            "ok     privileges", "Version none", "Pending, run by the next start or by migrate: 1 ")
        .containsPattern("ok     database    (MySQL|MariaDB) [1-9][0-9.]+\\S* takes writes")
        .doesNotContain("MeterRegistry");
    assertThat(tables()).isEmpty();
  }

  @Test
  void migrationNeedsOnlyTheDatabaseSettingsAndTheServerStartsOnIt() throws SQLException {
    Map<String, String> settings = settings();
    settings.remove("LATCHKEY_OPERATOR_TOKEN");
    settings.remove("LATCHKEY_PEPPERS");

    assertThat(run(0, settings, "migrate")).contains("ok     schema      Run: 1 ", "Run: 16 ");
    assertThat(run(0, settings, "migrate")).contains("Nothing to do");
    List<String> migrated = tables();
    assertThat(run(0, settings(), "check")).contains("ok     peppers", "is new").doesNotContain("Pending");
    assertThat(tables()).isEqualTo(migrated);
    try (RunningServer server = RunningServer.start(folder.resolve("data"), settings())) {
      assertThat(server.output()).contains("Topology: single. A revoked key is refused");
      assertThat(server.client().get("/prometheus").body())
          .contains("latchkey_database_topology{topology=\"single\"} 1.0")
          .contains("latchkey_database_topology{topology=\"group\"} 0.0");
    }
    assertThat(run(0, settings(), "check")).contains("is the one that the database knows");
  }

  @Test
  void everyServerThatCannotBeReachedIsNamedWithItsAnswer() throws IOException {
    int closed = closedPort();
    Map<String, String> settings = settings();
    settings.put("LATCHKEY_DB_URL", "jdbc:mysql://127.0.0.1:" + closed + ",no-such-host.invalid:3306/" + schema.name());
    settings.put("LATCHKEY_DB_WAIT", "0");

    assertThat(refusedStart(settings)).contains("Latchkey was not started: No database server can be reached",
        "127.0.0.1:" + closed + " accepts no connections", "no-such-host.invalid:3306 is no known host name",
        "LATCHKEY_DB_WAIT");
    assertThat(run(FAULT, settings, "check"))
        .contains("FAULT  database    No database server can be reached")
        .containsPattern("\\R {7}remedy {6}See whether it runs");
  }

  @Test
  void serverThatStartsLaterIsWaitedForAndTheWaitIsLogged() throws IOException {
    try (Wire wire = schema.wire()) {
      wire.cut();
      Map<String, String> settings = new HashMap<>(settings());
      settings.putAll(schema.settings(wire));
      settings.put("LATCHKEY_DB_WAIT", "120");
      try (RunningServer server = RunningServer.launch(folder.resolve("data"), settings)) {
        server.awaitOutput(Pattern.compile("Waiting for the database: 127.0.0.1:" + wire.port()));
        wire.restore();
        server.client().get("/health/readiness").isStatus(200);
      }
    }
  }

  @Test
  void readOnlyServerIsWaitedForAndRefusedInTheEnd() throws SQLException {
    sql("SET GLOBAL read_only = ON");
    try {
      Map<String, String> settings = settings();
      settings.put("LATCHKEY_DB_WAIT", "0");
      assertThat(refusedStart(settings)).contains("No database server takes writes", "Name the primary");
      settings.put("LATCHKEY_DB_WAIT", "120");
      try (RunningServer server = RunningServer.launch(folder.resolve("data"), settings)) {
        server.awaitOutput(Pattern.compile("Waiting for the database: .* takes no writes"));
        sql("SET GLOBAL read_only = OFF");
        server.client().get("/health/readiness").isStatus(200);
      }
    } finally {
      sql("SET GLOBAL read_only = OFF");
    }
  }

  @Test
  void databaseThatDoesNotExistIsNamedAtOnce() {
    Map<String, String> settings = settings();
    settings.put("LATCHKEY_DB_URL", url("no_such_database"));

    assertThat(refusedStart(settings))
        .contains("The database does not exist", "no_such_database", "CREATE DATABASE", "GRANT ")
        .doesNotContain("Waiting");
  }

  @Test
  void tablesOfAnotherProgramAreNamed() throws SQLException {
    sql("CREATE TABLE " + schema.name() + ".orders (id INT PRIMARY KEY)");

    assertThat(run(FAULT, settings(), "check")).contains("FAULT  schema",
        "tables of another program and none of Latchkey: orders");
    assertThat(tables()).containsExactly("orders");
  }

  @Test
  void newerSchemaIsRefusedWithItsVersion() throws SQLException {
    run(0, settings(), "migrate");
    sql(
        "INSERT INTO %s.flyway_schema_history SELECT installed_rank + 1, '99', 'from the future', type, 'V99__x.sql', 1,"
            .formatted(schema.name())
            + " installed_by, installed_on, 1, 1 FROM %s.flyway_schema_history"
                .formatted(schema.name())
            + " ORDER BY installed_rank DESC LIMIT 1");
    assertThat(run(0, settings(), "check")).contains("ok     schema      Version 99. This server has 16");
    assertThat(run(0, settings(), "repair")).contains("Nothing to do");

    sql("UPDATE %s.schema_reader SET oldest = '99'".formatted(schema.name()));
    assertThat(run(FAULT, settings(), "check"))
        .contains("FAULT  schema      A newer Latchkey changed the database, which has schema version 99",
            "Start a newer server");
    assertThat(refusedStart(settings())).contains("99", "Start a newer server").doesNotContain("LATCHKEY_DB_URL");
  }

  @Test
  void failedMigrationIsNamedWithItsCauseAndRunAgainByTheNextStart() throws SQLException {
    run(0, settings(), "migrate");
    // The migration 15.1 reads this column.
    sql(
        "DELETE FROM " + schema.name() + ".flyway_schema_history WHERE version IN ('15.1', '16')",
        "DROP TABLE " + schema.name() + ".schema_reader",
        "ALTER TABLE " + schema.name() + ".api_key DROP COLUMN name");
    assertThat(refusedStart(settings())).contains("Latchkey was not started: ", "15.1", "name");
    assertThat(run(0, settings(), "check")).contains("Pending", "15.1 ");
    sql("ALTER TABLE " + schema.name() + ".api_key ADD COLUMN name VARCHAR(200) NOT NULL");
    try (RunningServer server = RunningServer.start(folder.resolve("data"), settings())) {
      server.client().get("/health/readiness").isStatus(200);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("LATCHKEY_DB_URL", url(schema.name()));
    settings.put("LATCHKEY_DB_USERNAME", schema.server().username());
    settings.put("LATCHKEY_DB_PASSWORD", schema.server().password());
    settings.put("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
    settings.put("LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "=");
    return settings;
  }

  private String url(String database) {
    return schema.server().url().replaceFirst("(//[^/]+).*", "$1/" + database);
  }

  private String refusedStart(Map<String, String> settings) {
    return run(FAULT, settings);
  }

  private String run(int exitStatus, Map<String, String> settings, String... arguments) {
    try (RunningServer command = RunningServer.launch(folder.resolve("data"), settings, arguments)) {
      assertThat(command.exitStatus()).as(command.output()).isEqualTo(exitStatus);
      assertThat(command.output()).doesNotContain(Platform.TOKEN, "A".repeat(43));
      return command.output();
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SHOW TABLES FROM " + schema.name())) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }

  private Connection connection() throws SQLException {
    DatabaseServer server = schema.server();
    return DriverManager.getConnection(server.url(), server.username(), server.password());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
