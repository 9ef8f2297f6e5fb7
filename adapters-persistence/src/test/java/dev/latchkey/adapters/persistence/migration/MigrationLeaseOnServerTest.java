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
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationLeaseOnServerTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(60);

  private static final String LOOK = "SELECT owner, renewals";
  private static final String RENEWAL = "UPDATE migration_lease SET renewals";

  private final AtomicInteger times = new AtomicInteger();

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
    waiting.before(LOOK, times::incrementAndGet);

    CompletableFuture<MigrateResult> second = CompletableFuture.supplyAsync(() -> {
      var settings = Flyway.configure().dataSource(waiting);
      MigrationSettings.customize(settings, LONG);
      return settings.load().migrate();
    });
    await().until(() -> times.get() > 2);
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

  @Test
  void migrationGivesTheLeaseBackAtItsEnd() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();

    schema.flyway().migrate();

    assertThat(owner(schema)).isEmpty();
  }

  @Test
  void migrationThatFailsGivesTheLeaseBack() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    EmptySchema.flyway(schema.process(), "14").migrate();
    schema.execute("ALTER TABLE api_key DROP COLUMN name");

    assertThatThrownBy(() -> schema.flyway().migrate()).isInstanceOf(FlywayMigrateException.class);

    assertThat(owner(schema)).isEmpty();
  }

  @Test
  void migrationThatIsNotBegunBecauseOneBeforeDiffersGivesTheLeaseBack() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    EmptySchema.flyway(schema.process(), "14").migrate();
    schema.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");

    assertThatThrownBy(() -> schema.flyway().migrate()).isInstanceOf(FlywayValidateException.class);

    assertThat(owner(schema)).isEmpty();
  }

  @Test
  void nodeThatWaitedWhileANewerOneMigratedIsRefusedAndGivesTheLeaseBack() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    EmptySchema.flyway(schema.process(), "15.1").migrate();
    WatchedSource process = schema.process();
    process.before("UPDATE migration_lease SET owner = ?,", () -> schema.execute(
        "CREATE TABLE schema_reader (id INT NOT NULL, oldest VARCHAR(20) NOT NULL, PRIMARY KEY (id))",
        "INSERT INTO schema_reader (id, oldest) VALUES (1, '17')"));

    assertThatThrownBy(() -> EmptySchema.flyway(process, "latest").migrate())
        .hasStackTraceContaining("It needs a server of schema version 17 or newer");

    assertThat(owner(schema)).isEmpty();
  }

  @Test
  void renewalGoesOnAfterOneThatFailed() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    WatchedSource process = schema.process();
    process.before(RENEWAL, () -> {
      if (times.incrementAndGet() == 1) {
        throw new SQLException("The server does not answer", "08S01");
      }
    });
    MigrationLease lease = new MigrationLease(process, Duration.ofSeconds(8));
    lease.take();
    long before = renewals(schema);

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(renewals(schema)).isGreaterThan(before));

    assertThat(times).hasValueGreaterThan(1);
    lease.giveBack();
  }

  @Test
  void nodeThatSeesRenewalsWaitsLongerThanTheLease() throws Exception {
    EmptySchema schema = EmptySchema.onServer();
    new MigrationLease(schema.process(), LONG).take();
    WatchedSource waiting = schema.process();
    waiting.before(LOOK, () -> {
      if (times.incrementAndGet() == 10) {
        schema.execute("UPDATE migration_lease SET owner = ''");
      }
      renew(schema);
    });

    MigrationLease lease = new MigrationLease(waiting, Duration.ofSeconds(1));
    lease.take();

    assertThat(times).hasValueGreaterThanOrEqualTo(10);
    lease.giveBack();
  }

  @Test
  void holderThatRenewsAtTheLastMomentKeepsTheLease() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    new MigrationLease(schema.process(), LONG).take();
    String holder = owner(schema);
    WatchedSource waiting = schema.process();
    waiting.before("UPDATE migration_lease SET owner", () -> {
      times.incrementAndGet();
      renew(schema);
      // Ends the attempts. The one before found what this renewal made of it.
      if (times.get() == 2) {
        assertThat(owner(schema)).isEqualTo(holder);
        throw new SQLException("The server does not answer", "08S01");
      }
    });

    assertThatThrownBy(new MigrationLease(waiting, SHORT)::take).hasMessage("The server does not answer");
  }

  @Test
  void formerHolderDoesNotGiveBackTheLeaseOfAnother() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    MigrationLease former = new MigrationLease(schema.process(), LONG);
    former.take();
    schema.execute("UPDATE migration_lease SET owner = 'another'");

    former.giveBack();

    assertThat(owner(schema)).isEqualTo("another");
  }

  @ParameterizedTest
  @CsvSource({"INSERT IGNORE INTO migration_lease, 1213", "INSERT IGNORE INTO migration_lease, 1205",
      "UPDATE migration_lease SET owner, 1213", "UPDATE migration_lease SET owner, 1205"})
  void nodeThatLosesARaceTriesAgain(String statement, int error) throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    WatchedSource process = schema.process();
    process.before(statement, () -> {
      if (times.incrementAndGet() == 1) {
        throw new SQLException("Another node was first", "40001", error);
      }
    });
    MigrationLease lease = new MigrationLease(process, LONG);

    lease.take();

    assertThat(owner(schema)).isNotEmpty();
    assertThat(times).hasValue(2);
    lease.giveBack();
  }

  @Test
  void leaseThatTheUserMayNotMakeIsRefusedWithTheRemedy() {
    WatchedSource process = EmptySchema.onServer().process();
    process.before("CREATE TABLE IF NOT EXISTS migration_lease", () -> {
      throw new SQLException("CREATE command denied", "42000", 1142);
    });

    assertThatThrownBy(new MigrationLease(process, LONG)::take)
        .hasMessageContaining("may not change the schema: CREATE command denied")
        .hasMessageContaining("run the command migrate with a user that has them");
  }

  private static void renew(EmptySchema schema) throws SQLException {
    schema.execute("UPDATE migration_lease SET renewals = renewals + 1");
  }

  private static String owner(EmptySchema schema) throws SQLException {
    return schema.rows("SELECT owner FROM migration_lease").getFirst();
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
