package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** A migration that ended at any point is completed by the next start. */
interface InterruptedMigrationContract {

  /** The schema before the first migration that changes rows. */
  String BEFORE_ROWS = "6";

  EmptySchema schema();

  /** The version up to which no process ends early: a server takes seconds for each end. Empty for all versions. */
  Optional<String> uninterrupted();

  @Test
  default void migrationThatEndedBeforeEachOfItsStepsIsCompletedInTheEnd() throws SQLException {
    EmptySchema atOnce = schema();
    EmptySchema.flyway(atOnce.process(), BEFORE_ROWS).migrate();
    insertRows(atOnce);
    atOnce.flyway().migrate();
    EmptySchema interrupted = schema();

    Set<String> ends = new HashSet<>();
    if (uninterrupted().isPresent()) {
      EmptySchema.flyway(interrupted.process(), BEFORE_ROWS).migrate();
      insertRows(interrupted);
      EmptySchema.flyway(interrupted.process(), uninterrupted().get()).migrate();
    } else {
      ends.addAll(migrateWithInterruptions(interrupted, BEFORE_ROWS));
      insertRows(interrupted);
    }
    ends.addAll(migrateWithInterruptions(interrupted, "latest"));

    assertThat(interrupted.content()).isEqualTo(atOnce.content());
    assertThat(ends).anyMatch(step -> step.startsWith("UPDATE api_key SET searched_name"))
        .anyMatch(step -> step.contains("CREATE TABLE schema_reader"))
        .anyMatch(step -> step.contains("INSERT INTO schema_reader"));
    if (uninterrupted().isEmpty()) {
      assertThat(ends).filteredOn(step -> step.contains("CREATE TABLE")).hasSizeGreaterThan(15);
      assertThat(ends).filteredOn(step -> step.contains("ALTER TABLE")).hasSizeGreaterThan(14);
      assertThat(ends).anyMatch(step -> step.startsWith("UPDATE campaign_lead"))
          .anyMatch(step -> step.contains("INSERT IGNORE INTO rate_bucket"));
    }
  }

  @Test
  default void failureThatFlywayRecordedIsForgottenAtTheNextStart() throws SQLException {
    EmptySchema schema = schema();
    EmptySchema.flyway(schema.process(), "14").migrate();
    schema.execute("ALTER TABLE api_key DROP COLUMN name");
    assertThatThrownBy(() -> schema.flyway().migrate()).isInstanceOf(FlywayException.class);
    assertThat(schema.rows("SELECT version FROM flyway_schema_history WHERE success = FALSE")).containsExactly("15.1");

    schema.execute("ALTER TABLE api_key ADD COLUMN name VARCHAR(200)");
    schema.flyway().migrate();

    assertThat(schema.rows("SELECT version FROM flyway_schema_history WHERE success = FALSE")).isEmpty();
    assertThat(schema.rows("SELECT oldest FROM schema_reader")).containsExactly("15.1");
  }

  @Test
  default void failureOfTheLastMigrationIsForgottenAtTheNextStart() throws SQLException {
    EmptySchema schema = schema();
    schema.flyway().migrate();
    schema.execute("UPDATE flyway_schema_history SET success = FALSE WHERE version = '16'");

    schema.flyway().migrate();

    assertThat(schema.rows("SELECT version FROM flyway_schema_history WHERE success = FALSE")).isEmpty();
  }

  @Test
  default void otherRowInThePlaceOfTheInsertedOneIsAFailure() throws SQLException {
    EmptySchema schema = schema();
    EmptySchema.flyway(schema.process(), "15.1").migrate();
    schema.execute("CREATE TABLE schema_reader (id INT NOT NULL, oldest VARCHAR(20) NOT NULL, PRIMARY KEY (id))",
        "INSERT INTO schema_reader (id, oldest) VALUES (1, '1')");

    assertThatThrownBy(() -> schema.flyway().migrate()).hasMessageContaining("V16");
  }

  /**
   * Runs processes that end one step later each, until one has completed a migration, and so on with the next. Returns
   * the steps before which they ended.
   */
  private static List<String> migrateWithInterruptions(EmptySchema schema, String target) throws SQLException {
    List<String> ends = new ArrayList<>();
    int steps = 0;
    int migrated = 0;
    WatchedSource process = schema.process(steps);
    while (!isMigrated(process, target)) {
      ends.add(process.end());
      schema.endLease();
      int now = schema.migrated();
      steps = now > migrated ? beforeTheFirstMigration(process) : steps + 1;
      migrated = now;
      process = schema.process(steps);
    }
    return ends;
  }

  private static int beforeTheFirstMigration(WatchedSource process) {
    return (int) process.steps().stream()
        .takeWhile(
            step -> step.equals("COMMIT") || step.contains("migration_lease") || step.contains("flyway_schema_history"))
        .count();
  }

  private static boolean isMigrated(WatchedSource process, String target) {
    try {
      EmptySchema.flyway(process, target).migrate();
      return true;
    } catch (RuntimeException interrupted) {
      assertThat(process.isEnded()).as(interrupted.toString()).isTrue();
      return false;
    }
  }

  private static void insertRows(EmptySchema schema) throws SQLException {
    schema.execute(
        "INSERT INTO tenant (id, name, standing, created_at, version) VALUES (1, ' My  tenant', 'ACTIVE', 0, 1)",
        "INSERT INTO api_key (id, name, tenant_id, environment, masked, pepper_version, mac, status, terms, created_by,"
            + " created_at, version) VALUES (1, 'a  b', 1, 'LIVE', '', '1', '', 'ACTIVE', '{}', 'operator', 0, 1)",
        "INSERT INTO campaign (id, tenant_id, name, type, status, plan, created_at, updated_at, version)"
            + " VALUES (1, 1, 'c', 'OUTBOUND', 'ACTIVE', '{}', 0, 0, 1)",
        "INSERT INTO campaign_lead (id, campaign_id, phone_number, details, do_not_call, answered, created_at, updated_at)"
            + " VALUES (1, 1, '+1', '{\"email\":\"A@B.example\"}', FALSE, FALSE, 0, 0)",
        "INSERT INTO rate_bucket (id, state, needed_till) VALUES ('1/a', 'old', 1)",
        "INSERT INTO rate_bucket (id, state, needed_till) VALUES ('1/b', 'new', 2)",
        "INSERT INTO remembered_answer (id, fingerprint, remembered_till) VALUES ('1', 'f', 1)",
        "INSERT INTO refused_request (tenant_id, request_id, key_id, masked, code, refused_at)"
            + " VALUES (1, 'r', 1, 'm', 'c', 0)");
  }
}
