package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which statements of a migration count as done when they are repeated. */
class MigrationStatementsTest {

  interface Contract {

    EmptySchema schema();

    @Test
    default void statementsThatCreateSomethingCanBeRepeated() throws SQLException {
      EmptySchema schema = schema();
      List<String> migration = List.of(
          "CREATE TABLE a (id INT NOT NULL, b INT NOT NULL, PRIMARY KEY (id))",
          "-- Why it is needed.\nALTER TABLE a ADD COLUMN c INT",
          "CREATE INDEX a_by_b ON a (b)",
          "CREATE UNIQUE INDEX b_is_unique ON a (b)",
          "ALTER TABLE a ADD CONSTRAINT b_is_positive CHECK (b > 0)",
          "INSERT INTO a (id, b) VALUES (1, 2)");

      execute(schema, migration);
      execute(schema, migration);

      assertThat(schema.rows("SELECT id, b, c FROM a")).containsExactly("1 | 2 | null");
    }

    @Test
    default void repetitionThatFindsSomethingElseIsAFailure() throws SQLException {
      EmptySchema schema = schema();
      execute(
          schema,
          List.of("CREATE TABLE a (id INT NOT NULL, b INT, PRIMARY KEY (id))", "INSERT INTO a (id, b) VALUES (1, 2)"));

      for (String failing : List.of(
          "INSERT INTO a (id, b) VALUES (1, 3)", "INSERT INTO a (id, b) SELECT 1, 2", "UPDATE a SET missing = 1",
          "ALTER TABLE a DROP COLUMN missing", "CREATE INDEX a_by_missing ON a (missing)")) {
        assertThatThrownBy(() -> execute(schema, List.of(failing))).as(failing).isInstanceOf(SQLException.class);
      }
    }

    private static void execute(EmptySchema schema, List<String> migration) throws SQLException {
      DataSource process = schema.process();
      DataSource source = MigrationStatements.of(process, new MigrationLease(process, Duration.ofHours(1)));
      try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
        for (String sql : migration) {
          statement.execute(sql);
        }
      }
    }
  }

  @Nested
  class OnH2 implements Contract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onH2();
    }
  }

  @Nested
  class OnServer implements Contract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onServer();
    }
  }
}
