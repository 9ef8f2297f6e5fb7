package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

class MigrationLeaseOnServerTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(60);

  @Test
  void nodesThatStartTogetherMigrateOnce() {
    EmptySchema schema = EmptySchema.onServer();

    List<CompletableFuture<MigrateResult>> starts = List.of(start(schema), start(schema), start(schema));

    assertThat(starts.stream().mapToInt(start -> start.join().migrationsExecuted).sorted().toArray())
        .startsWith(0, 0).satisfies(executed -> assertThat(executed[2]).isPositive());
  }

  @Test
  void migrationWaitsForTheOneThatRuns() throws Exception {
    EmptySchema schema = EmptySchema.onServer();
    MigrationLease running = new MigrationLease(schema.process(), LONG);
    running.take();
    WatchedSource waiting = schema.process();

    CompletableFuture<MigrateResult> second = CompletableFuture.supplyAsync(() -> {
      var settings = Flyway.configure().dataSource(waiting);
      MigrationSettings.customize(settings, LONG);
      return settings.load().migrate();
    });
    await().until(() -> waiting.steps().stream().anyMatch(step -> step.startsWith("INSERT IGNORE")));
    assertThat(waiting.steps()).noneMatch(step -> step.startsWith("CREATE TABLE `"));
    assertThat(second).isNotDone();
    running.giveBack();

    assertThat(second.get().success).isTrue();
  }

  @Test
  void holderThatWasCutOffLongerThanTheLeaseSendsNoFurtherStatement() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    WatchedSource paused = schema.process();
    MigrationLease first = new MigrationLease(paused, SHORT);
    DataSource ofTheMigration = MigrationStatements.of(schema.process(), first);
    first.take();
    paused.cut(true);

    MigrationLease second = new MigrationLease(schema.process(), SHORT);
    second.take();
    second.giveBack();
    paused.cut(false);

    await().untilAsserted(
        () -> assertThatThrownBy(first::require).hasMessageContaining("Another node took over the migration"));
    try (Connection connection = ofTheMigration.getConnection(); Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TABLE late (id INT)"))
          .hasMessageContaining("Another node took over the migration");
    }
    assertThat(schema.tables()).containsExactly("migration_lease");
  }

  @Test
  void holderThatIsNotReplacedGoesOn() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    WatchedSource paused = schema.process();
    MigrationLease lease = new MigrationLease(paused, SHORT);
    lease.take();
    paused.cut(true);
    await().until(() -> isRefused(lease));
    paused.cut(false);

    lease.require();

    lease.giveBack();
    assertThat(schema.rows("SELECT owner FROM migration_lease")).containsExactly("");
  }

  @Test
  void renewalKeepsOthersOut() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    MigrationLease lease = new MigrationLease(schema.process(), Duration.ofSeconds(1));
    lease.take();
    long before = renewals(schema);

    await().untilAsserted(() -> assertThat(renewals(schema)).isGreaterThan(before + 2));

    lease.giveBack();
  }

  private static boolean isRefused(MigrationLease lease) {
    try {
      lease.require();
      return false;
    } catch (SQLException cutOff) {
      return true;
    }
  }

  private static long renewals(EmptySchema schema) throws SQLException {
    return Long.parseLong(schema.rows("SELECT renewals FROM migration_lease").getFirst());
  }

  private static CompletableFuture<MigrateResult> start(EmptySchema schema) {
    return CompletableFuture.supplyAsync(() -> {
      var settings = Flyway.configure().dataSource(schema.process());
      MigrationSettings.customize(settings, Duration.ofSeconds(15));
      return settings.load().migrate();
    });
  }
}
