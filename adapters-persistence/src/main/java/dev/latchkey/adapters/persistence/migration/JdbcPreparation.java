package dev.latchkey.adapters.persistence.migration;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.server.MySqlServers;
import dev.latchkey.adapters.persistence.server.Privileges;
import dev.latchkey.adapters.persistence.server.Topology;
import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.RepairOutput;
import org.flywaydb.core.api.output.RepairResult;

/** Examines and migrates the database with a Flyway of its own, which does nothing unless it is called. */
@Singleton
final class JdbcPreparation implements ForPreparingTheStore {

  /** A first start may have ended after it created this table. */
  private static final String LEASE = "migration_lease";

  private final BeanProvider<DataSource> pool;
  private final MigrationSettings settings;
  private final BeanProvider<MySqlServers> servers;

  JdbcPreparation(BeanProvider<DataSource> pool, MigrationSettings settings, BeanProvider<MySqlServers> servers) {
    this.pool = pool;
    this.settings = settings;
    this.servers = servers;
  }

  @Override
  public StoreExamination examine() {
    return onConnection((connection, flyway) -> {
      SchemaHistory history = SchemaHistory.of(flyway.info().all());
      List<String> foreign = history.isEmpty() ? foreignTables(connection) : List.of();
      Optional<StoreFinding> unusable = history.isNewer() ? newer(connection, history) : Optional.empty();
      StoreFinding schema = unusable.orElseGet(() -> schema(history, foreign));
      return new StoreExamination(
          Stream.of(Stream.of(database(connection)), privileges(history).stream(), Stream.of(schema))
              .flatMap(found -> found)
              .toList(),
          unusable.isEmpty() && !history.isEmpty() && history.pending().isEmpty());
    });
  }

  @Override
  public List<String> migrate() {
    return onConnection(
        (_, flyway) -> flyway.migrate().migrations.stream()
            .map(migration -> migration.version + " " + migration.description)
            .toList());
  }

  @Override
  public List<String> repair() {
    return onConnection((_, flyway) -> {
      List<String> failed = SchemaHistory.of(flyway.info().all()).failed();
      List<String> altered = SchemaHistory.of(flyway.info().all()).altered();
      if (failed.isEmpty() && altered.isEmpty()) {
        return List.of();
      }
      RepairResult result = flyway.repair();
      List<String> done = new ArrayList<>();
      failed.forEach(migration -> done.add("removed the record of the failed migration " + migration));
      for (RepairOutput aligned : result.migrationsAligned) {
        done.add("accepted the present form of the migration " + aligned.version + " " + aligned.description);
      }
      return List.copyOf(done);
    });
  }

  @Override
  public Optional<String> explain(StoreUnavailable failure) {
    return StartFailure.explained(failure);
  }

  /** Work with a connection, which proves that the database can be reached. */
  private interface Work<T> {
    T on(Connection connection, Flyway flyway) throws SQLException;
  }

  private <T> T onConnection(Work<T> work) {
    try {
      HikariDataSource source = pool.get().unwrap(HikariDataSource.class);
      try (Connection connection = source.getConnection()) {
        FluentConfiguration configuration = Flyway.configure().dataSource(source);
        settings.customizeFluentConfiguration(configuration);
        return work.on(connection, configuration.load());
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(e);
    }
  }

  /** A connection exists only if the server takes writes. */
  private StoreFinding database(Connection connection) throws SQLException {
    DatabaseMetaData server = connection.getMetaData();
    Topology topology = servers.find(null).flatMap(MySqlServers::topology).orElse(new Topology.Embedded());
    return new Sound(
        "database",
        String.format(Locale.ROOT, "%s %s takes writes. Topology: %s. %s", server.getDatabaseProductName(),
            server.getDatabaseProductVersion(), topology.label(),
            topology.guarantee()));
  }

  private Optional<StoreFinding> privileges(SchemaHistory history) throws SQLException {
    if (servers.find(null).isEmpty()) {
      return Optional.empty();
    }
    Privileges privileges = privileges();
    List<String> missing = privileges.missing(Privileges.TO_MIGRATE);
    if (missing.isEmpty()) {
      return Optional.of(new Sound("privileges", "The user may serve and migrate."));
    }
    if (history.pending().isEmpty()) {
      return Optional.of(
          new Sound("privileges", String.format(Locale.ROOT,
              "The user may serve. Migrations need another user, or also %s.", String.join(", ", missing))));
    }
    return Optional.of(
        new Faulty(
            "privileges",
            String.format(Locale.ROOT, "The user may not run the pending migrations: %s missing.",
                String.join(", ", missing)),
            String.format(Locale.ROOT, "As an administrator: %s. Or run the command migrate with another user.",
                privileges.remedy(missing))));
  }

  /** Reads them on a connection of their own: a server without a list of users fails, and the pool ends the connection. */
  private Privileges privileges() throws SQLException {
    try (Connection connection = pool.get().unwrap(HikariDataSource.class).getConnection()) {
      return Privileges.of(connection);
    }
  }

  private static Optional<StoreFinding> newer(Connection connection, SchemaHistory history) throws SQLException {
    MigrationVersion oldest = MigrationVersion.fromVersion(oldestReader(connection));
    return history.own().compareTo(oldest) < 0
        ? Optional.of(
            new Faulty(
                "schema",
                String.format(Locale.ROOT,
                    "A newer server made version %s. It needs version %s or newer, and this server has %s.",
                    history.found(), oldest, history.own()),
                "Use a newer server."))
        : Optional.empty();
  }

  private static StoreFinding schema(SchemaHistory history, List<String> foreign) {
    if (!foreign.isEmpty()) {
      return new Faulty(
          "schema",
          String.format(Locale.ROOT, "The database has tables of another program: %s.", String.join(", ", foreign)),
          "Create an empty database for Latchkey and name it in LATCHKEY_DB_URL.");
    }
    if (!history.altered().isEmpty()) {
      return new Faulty(
          "schema",
          String.format(Locale.ROOT, "These migrations were run in another form than this server has: %s.",
              String.join(", ", history.altered())),
          "Use the server of a release. If the schema is known to be right, run the command repair.");
    }
    if (history.pending().isEmpty()) {
      return new Sound(
          "schema", String.format(Locale.ROOT, "Version %s. This server has %s.", history.found(), history.own()));
    }
    return new Sound(
        "schema",
        String.format(Locale.ROOT,
            "Version %s. This server has %s. Pending, run by the next start or by migrate: %s.%s",
            history.isEmpty() ? "none" : history.found(), history.own(), String.join(", ", history.pending()),
            history.failed().isEmpty()
                ? ""
                : String.format(Locale.ROOT, " Failed before: %s.", String.join(", ", history.failed()))));
  }

  private static String oldestReader(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT oldest FROM schema_reader WHERE id = 1")) {
      found.next();
      return found.getString(1);
    }
  }

  private static List<String> foreignTables(Connection connection) throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    try (ResultSet tables = connection.getMetaData().getTables(
        connection.getCatalog(), connection.getSchema(), "%", new String[]{"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    names.remove(LEASE);
    return List.copyOf(names);
  }
}
