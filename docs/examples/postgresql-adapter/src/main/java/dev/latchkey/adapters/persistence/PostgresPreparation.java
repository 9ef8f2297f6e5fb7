package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.RepairResult;

/** Examines and migrates the database with a Flyway of its own, which does nothing unless it is called. */
@Singleton
final class PostgresPreparation implements ForPreparingTheStore {

  private final DataSource pool;

  PostgresPreparation(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public String describe() {
    return onConnection((connection, _) -> described(connection));
  }

  @Override
  public StoreExamination examine() {
    return onConnection((connection, flyway) -> {
      String pending = Arrays.stream(flyway.info().pending())
          .map(PostgresPreparation::named)
          .collect(Collectors.joining(", "));
      StoreFinding database = new Sound("database", described(connection));
      StoreFinding schema = new Sound("schema",
          pending.isEmpty() ? "Nothing is pending." : "Pending: " + pending + ".");
      return new StoreExamination(List.of(database, schema), pending.isEmpty());
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
      RepairResult result = flyway.repair();
      return Stream.concat(result.migrationsRemoved.stream(), result.migrationsAligned.stream())
          .map(repaired -> "repaired the record of the migration " + repaired.version + " " + repaired.description)
          .toList();
    });
  }

  @Override
  public Optional<Faulty> explain(StoreUnavailable failure) {
    return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .reduce((_, root) -> root)
        .map(root -> new Faulty(
            "database",
            "PostgreSQL: " + root.getMessage() + ".",
            "See whether it runs, and check LATCHKEY_DB_URL, LATCHKEY_DB_USERNAME and LATCHKEY_DB_PASSWORD."));
  }

  /** Work with a connection, which proves that the database can be reached. */
  private interface Work<T> {
    T on(Connection connection, Flyway flyway) throws SQLException;
  }

  private <T> T onConnection(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection, Flyway.configure().dataSource(pool).load());
    } catch (SQLException | FlywayException e) {
      throw new StoreUnavailable(e);
    }
  }

  private static String described(Connection connection) throws SQLException {
    return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + " answers.";
  }

  private static String named(MigrationInfo migration) {
    return migration.getVersion() + " " + migration.getDescription();
  }
}
