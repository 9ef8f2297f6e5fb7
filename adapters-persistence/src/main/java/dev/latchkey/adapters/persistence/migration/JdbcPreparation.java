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
import io.micronaut.context.exceptions.BeanInstantiationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.RepairOutput;
import org.flywaydb.core.api.output.RepairResult;

/** Examines and migrates the database with a Flyway of its own, which does nothing unless it is called. */
@Singleton
final class JdbcPreparation implements ForPreparingTheStore {

  private final BeanProvider<DataSource> pool;
  private final MigrationSettings settings;
  private final BeanProvider<MySqlServers> servers;

  JdbcPreparation(BeanProvider<DataSource> pool, MigrationSettings settings, BeanProvider<MySqlServers> servers) {
    this.pool = pool;
    this.settings = settings;
    this.servers = servers;
  }

  @Override
  public String describe() {
    return onConnection((connection, _) -> described(connection));
  }

  @Override
  public StoreExamination examine() {
    return onConnection((connection, configuration) -> {
      SchemaState state = SchemaState.of(configuration, connection);
      List<StoreFinding> findings = new ArrayList<>();
      findings.add(new Sound("database", described(connection)));
      if (servers.find(null).isPresent()) {
        findings.add(privileges(state, Privileges.of(pool.get().unwrap(HikariDataSource.class))));
      }
      findings.add(schema(state));
      return new StoreExamination(
          findings, state.unusable().isEmpty() && state.isComplete() && state.altered().isEmpty());
    });
  }

  @Override
  public List<String> migrate() {
    return onConnection(
        (_, configuration) -> configuration.load().migrate().migrations.stream()
            .map(migration -> migration.version + " " + migration.description)
            .toList());
  }

  @Override
  public List<String> repair() {
    return onConnection((connection, configuration) -> {
      SchemaState state = SchemaState.of(configuration, connection);
      if (state.failed().isEmpty() && state.altered().isEmpty()) {
        return List.of();
      }
      RepairResult result = configuration.load().repair();
      List<String> done = new ArrayList<>();
      state.failed().forEach(migration -> done.add("removed the record of the failed migration " + migration));
      for (RepairOutput aligned : result.migrationsAligned) {
        done.add("accepted the present form of the migration " + aligned.version + " " + aligned.description);
      }
      for (RepairOutput unknown : result.migrationsDeleted) {
        done.add("accepted that this server lacks the migration " + unknown.version + " " + unknown.description);
      }
      return List.copyOf(done);
    });
  }

  @Override
  public Optional<Faulty> explain(StoreUnavailable failure) {
    return StartFailure.explained(failure);
  }

  /** Work with a connection, which proves that the database can be reached. */
  private interface Work<T> {
    T on(Connection connection, FluentConfiguration configuration) throws SQLException;
  }

  /** The first use of the pool creates it, and fails as a bean does if there is no connection. */
  private <T> T onConnection(Work<T> work) {
    try {
      HikariDataSource source = pool.get().unwrap(HikariDataSource.class);
      try (Connection connection = source.getConnection()) {
        FluentConfiguration configuration = Flyway.configure().dataSource(source);
        settings.customizeFluentConfiguration(configuration);
        return work.on(connection, configuration);
      }
    } catch (SQLException | FlywayException | BeanInstantiationException e) {
      throw new StoreUnavailable(e);
    }
  }

  /** A connection exists only if the server takes writes. */
  private String described(Connection connection) throws SQLException {
    DatabaseMetaData server = connection.getMetaData();
    Topology topology = servers.find(null).flatMap(MySqlServers::topology).orElse(new Topology.Embedded());
    return String.format(Locale.ROOT, "%s takes writes. Topology: %s. %s",
        DatabaseProduct.of(server.getDatabaseProductName(), server.getDatabaseProductVersion()), topology.label(),
        topology.guarantee());
  }

  private static StoreFinding privileges(SchemaState state, Privileges privileges) {
    Optional<Faulty> unpermitted = state.unpermitted(privileges);
    if (unpermitted.isPresent()) {
      return unpermitted.get();
    }
    List<String> missing = privileges.missing(Privileges.TO_MIGRATE);
    return new Sound(
        "privileges",
        missing.isEmpty()
            ? "The user may serve and migrate."
            : String.format(Locale.ROOT, "The user may serve. Migrations need another user, or also %s.",
                String.join(", ", missing)));
  }

  private static StoreFinding schema(SchemaState state) {
    if (state.unusable().isPresent()) {
      return state.unusable().get();
    }
    if (!state.altered().isEmpty()) {
      return new Faulty(
          "schema",
          String.format(Locale.ROOT,
              "These migrations were skipped, are unknown, or were run in another form than this server has: %s.",
              String.join(", ", state.altered())),
          "Use the server of a release. If the schema is known to be right, run the command repair.");
    }
    String versions = String.format(Locale.ROOT, "Version %s. This server has %s.",
        state.hasMigrations() ? state.present() : "none", state.own());
    if (state.isComplete()) {
      return new Sound("schema", versions);
    }
    return new Sound(
        "schema",
        String.format(Locale.ROOT, "%s Pending, run by the next start or by migrate: %s.%s",
            versions, String.join(", ", state.pending()),
            state.failed().isEmpty()
                ? ""
                : String.format(Locale.ROOT, " Failed before: %s.", String.join(", ", state.failed()))));
  }
}
