package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a server does before it migrates. */
interface MigrationStartContract {

  EmptySchema schema();

  @Test
  default void schemaOfAnotherProgramIsRefusedAndLeftAsItIs() throws SQLException {
    EmptySchema schema = schema();
    schema.execute("CREATE TABLE orders (id INT PRIMARY KEY)", "CREATE TABLE customers (id INT PRIMARY KEY)");

    assertThatThrownBy(() -> schema.flyway().migrate())
        .hasStackTraceContaining("has tables of another program and none of Latchkey: customers, orders")
        .hasStackTraceContaining("Create an empty database");
    assertThat(schema.tables()).containsExactly("customers", "orders");
  }

  @Test
  default void tablesOfOthersBesideOursAreLeftAlone() throws SQLException {
    EmptySchema schema = schema();
    EmptySchema.flyway(schema.process(), "14").migrate();
    schema.execute("CREATE TABLE orders (id INT PRIMARY KEY)");

    schema.flyway().migrate();

    assertThat(schema.tables()).contains("orders", "schema_reader");
  }

  @Test
  default void completeSchemaIsNotChanged() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    WatchedSource process = schema.process();

    EmptySchema.flyway(process, "latest").migrate();

    assertThat(process.steps()).containsOnly("COMMIT");
  }

  @Test
  default void serverStartsOnANewerSchemaThatItCanUse() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    becomeNewer(schema, "16");

    try (JdbcStore store = schema.start()) {
      assertThat(store.rows("SELECT oldest FROM schema_reader")).hasSize(1);
    }
  }

  @Test
  default void serverRefusesANewerSchemaThatItCannotUse() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    becomeNewer(schema, "17");

    assertThatThrownBy(() -> schema.start().close())
        .hasStackTraceContaining(
            "A newer Latchkey changed the database, which has schema version 9999. It needs a server of schema version 17"
                + " or newer, and this one has 16. Start a newer server");
  }

  private static void becomeNewer(EmptySchema schema, String oldest) throws SQLException {
    schema.execute(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,"
            + " execution_time, success) VALUES (9999, '9999', 'next', 'SQL', 'V9999__next.sql', 1, 'next', 1, TRUE)",
        "UPDATE schema_reader SET oldest = '" + oldest + "'");
  }
}
