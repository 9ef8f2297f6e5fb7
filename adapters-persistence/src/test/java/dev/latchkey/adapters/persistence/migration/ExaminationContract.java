package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.server.MySqlServers;
import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.Qualifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The commands about the store say of a schema what the start on it does. */
interface ExaminationContract {

  EmptySchema schema();

  @Test
  default void firstStartThatWasInterruptedBeforeItsFirstMigrationIsContinuedByBoth() throws SQLException {
    EmptySchema schema = schema();
    Flyway.configure().dataSource(schema.process()).load().baseline();
    schema.execute("DELETE FROM flyway_schema_history");

    assertThat(examine(schema).findings()).allSatisfy(finding -> assertThat(finding).isInstanceOf(Sound.class))
        .last().asString().contains("Version none", "Pending, run by the next start or by migrate: 1 ");
    assertThat(prepared(schema, ForPreparingTheStore::migrate)).first().asString().startsWith("1 ");
    assertThat(examine(schema).isCurrent()).isTrue();
  }

  @Test
  default void databaseWithAViewOfAnotherProgramIsRefusedByBoth() throws SQLException {
    EmptySchema schema = schema();
    schema.execute("CREATE VIEW orders AS SELECT 1 AS id");

    assertThat(fault(schema).detail()).contains("tables of another program and none of Latchkey: orders");
    assertThat(refusal(schema, ForPreparingTheStore::migrate)).isEqualTo(fault(schema));
    assertThat(schema.tables()).containsExactly("orders");
  }

  @Test
  default void interruptedMigrationOfANewerServerIsRefusedByBoth() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    schema.execute(
        "DELETE FROM flyway_schema_history WHERE version = '16'", "UPDATE schema_reader SET oldest = '99'");

    assertThat(fault(schema).detail()).contains("needs a server of schema version 99 or newer, and this one has 16");
    assertThat(examine(schema).isCurrent()).isFalse();
    assertThat(refusal(schema, ForPreparingTheStore::migrate)).isEqualTo(fault(schema));
  }

  @Test
  default void migrationOfAnotherFormIsRefusedByBothUntilItIsAccepted() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    schema.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");

    assertThat(fault(schema).detail()).contains(": 2 remembered answers");
    assertThat(refusal(schema, ForPreparingTheStore::migrate).remedy()).contains("the command repair");
    assertThat(prepared(schema, ForPreparingTheStore::repair))
        .containsExactly("accepted the present form of the migration 2 remembered answers");
    assertThat(prepared(schema, ForPreparingTheStore::migrate)).isEmpty();
  }

  @Test
  default void migrationThatWasSkippedIsRefusedByBoth() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    schema.execute("DELETE FROM flyway_schema_history WHERE version = '14'");

    assertThat(fault(schema).detail()).contains(": 14 tenants by standing");
    assertThat(refusal(schema, ForPreparingTheStore::migrate).subject()).isEqualTo("schema");
  }

  @Test
  default void migrationThatTheServerLacksIsRefusedByBothUntilItIsAccepted() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    schema.execute("UPDATE flyway_schema_history SET version = '12.5' WHERE version = '14'");

    assertThat(fault(schema).detail()).contains("12.5 tenants by standing");
    assertThat(refusal(schema, ForPreparingTheStore::migrate).subject()).isEqualTo("schema");
    assertThat(prepared(schema, ForPreparingTheStore::repair))
        .contains("accepted that this server lacks the migration 12.5 tenants by standing");
  }

  @Test
  default void failedMigrationIsExplainedRemovedAndRunAgain() throws SQLException {
    EmptySchema schema = schema();
    EmptySchema.flyway(schema.process(), "14").migrate();
    schema.execute("ALTER TABLE api_key DROP COLUMN name");

    Faulty refusal = refusal(schema, ForPreparingTheStore::migrate);
    assertThat(refusal.detail()).contains("15.1", "name");
    assertThat(refusal.remedy()).startsWith("Correct the cause");
    assertThat(examine(schema).findings()).last().asString().contains("Failed before: 15.1 names of older rules");

    schema.execute("ALTER TABLE api_key ADD COLUMN name VARCHAR(200)");
    assertThat(prepared(schema, ForPreparingTheStore::repair))
        .containsExactly("removed the record of the failed migration 15.1 names of older rules");
    assertThat(prepared(schema, ForPreparingTheStore::migrate))
        .containsExactly("15.1 names of older rules", "16 oldest reader");
  }

  private static StoreExamination examine(EmptySchema schema) {
    return prepared(schema, ForPreparingTheStore::examine);
  }

  private static Faulty fault(EmptySchema schema) {
    List<Faulty> faults = examine(schema).findings()
        .stream()
        .filter(Faulty.class::isInstance)
        .map(Faulty.class::cast)
        .toList();
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  private static Faulty refusal(EmptySchema schema, Function<ForPreparingTheStore, ?> work) {
    return prepared(schema, store -> {
      StoreUnavailable failure = catchThrowableOfType(StoreUnavailable.class, () -> work.apply(store));
      return store.explain(failure).orElseThrow();
    });
  }

  /** Works as a command does, with Flyway as the server sets it up. */
  private static <T> T prepared(EmptySchema schema, Function<ForPreparingTheStore, T> work) {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(schema.url());
      pool.setUsername(schema.username());
      pool.setPassword(schema.password());
      return work.apply(new JdbcPreparation(() -> pool, new MigrationSettings(), new NoServers()));
    }
  }

  /** No servers that replicate. */
  final class NoServers implements BeanProvider<MySqlServers> {

    @Override
    public MySqlServers get() {
      throw new IllegalStateException("There are no servers");
    }

    @Override
    public Optional<MySqlServers> find(@Nullable Qualifier<MySqlServers> qualifier) {
      return Optional.empty();
    }
  }
}
