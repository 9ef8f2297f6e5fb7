package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.server.Privileges;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationPrivilegesOnServerTest {

  private static final String SERVES = "GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO `latchkey`@`%`";

  @Test
  void userWhoMayNotChangeTheSchemaIsRefusedBeforeTheFirstPendingMigration() throws SQLException {
    EmptySchema schema = EmptySchema.onServer();
    EmptySchema.flyway(schema.process(), "14").migrate();
    WatchedSource process = schema.process();
    process.grant(SERVES);

    assertThatThrownBy(() -> EmptySchema.flyway(process, "latest").migrate())
        .hasStackTraceContaining("has schema version 14 and this server needs 16")
        .hasStackTraceContaining("GRANT ALTER, CREATE, INDEX, REFERENCES ON `latchkey_")
        .hasStackTraceContaining("Or run the command migrate with a user that has these privileges");
    assertThat(process.steps()).allMatch(step -> step.equals("COMMIT"));
    assertThat(schema.rows("SELECT MAX(installed_rank) FROM flyway_schema_history WHERE success = FALSE"))
        .containsExactly("null");
  }

  @Test
  void userWhoMayNotChangeTheSchemaServesIfNothingIsPending() {
    EmptySchema schema = EmptySchema.onServer();
    schema.flyway().migrate();
    WatchedSource process = schema.process();
    process.grant(SERVES);

    EmptySchema.flyway(process, "latest").migrate();

    assertThat(process.steps()).containsOnly("COMMIT");
  }

  @ParameterizedTest
  @ValueSource(ints = {1141, 1290})
  void serverWithoutAListOfUsersLetsEveryUserMigrate(int answer) throws SQLException {
    WatchedSource process = EmptySchema.onServer().process();
    process.before("SHOW GRANTS", () -> {
      throw new SQLException("There is no list of users", "42000", answer);
    });

    assertThat(Privileges.of(process).missing(Privileges.TO_MIGRATE)).isEmpty();
  }
}
