package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandRuleTest {

  /** The last version before the rule. */
  private static final MigrationVersion FREE = MigrationVersion.fromVersion("15.1");

  private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");

  static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> version(file).compareTo(FREE) > 0).sorted().toList();
    }
  }

  private static MigrationVersion version(Path file) {
    return MigrationVersion.fromVersion(file.getFileName().toString().split("__")[0].substring(1));
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void serverOfTheVersionBeforeWorksOnEachMigration(Path migration) throws IOException {
    String sql = Files.readString(migration);

    assertThat(ExpandRule.statements(sql)).isNotEmpty();
    assertThat(ExpandRule.violations(sql)).isEmpty();
  }

  @Test
  void onlyMigrationInJavaIsOfBeforeTheRule() {
    FluentConfiguration settings = Flyway.configure().dataSource("jdbc:h2:mem:none", "", "");
    new MigrationSettings().customizeFluentConfiguration(settings);

    assertThat(settings.getJavaMigrations())
        .allSatisfy(migration -> assertThat(migration.getVersion()).isLessThanOrEqualTo(FREE));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "DROP TABLE tenant",
      "DROP INDEX tenant_by_standing ON tenant",
      "ALTER TABLE tenant DROP COLUMN name",
      "alter table tenant\n  drop name",
      "ALTER TABLE tenant ADD COLUMN a INT, DROP COLUMN name",
      "RENAME TABLE tenant TO client",
      "ALTER TABLE tenant RENAME COLUMN name TO title",
      "ALTER TABLE `tenant` MODIFY name VARCHAR(10)",
      "ALTER TABLE tenant CHANGE name title VARCHAR(200)",
      "ALTER TABLE tenant ALTER COLUMN name SET NOT NULL",
      "TRUNCATE TABLE tenant",
      "ALTER TABLE tenant ADD COLUMN size BIGINT NOT NULL",
      "ALTER TABLE tenant ADD a INT, ADD size DECIMAL(10, 2) NOT NULL",
      "ALTER TABLE tenant ADD COLUMN a INT DEFAULT 0 NOT NULL, ADD COLUMN b INT NOT NULL",
      "ALTER TABLE tenant ADD CONSTRAINT name_is_unique UNIQUE (name)",
      "ALTER TABLE tenant ADD UNIQUE (name)",
      "ALTER TABLE tenant ADD FOREIGN KEY (id) REFERENCES other (id)",
      "ALTER TABLE tenant ADD CHECK (id > 0)",
      "CREATE UNIQUE INDEX name_is_unique ON tenant (name)",
      "ALTER TABLE tenant DROP COLUMN name; UPDATE schema_reader SET oldest = '18' WHERE id = 1",
      "CREATE TABLE other (id INT); ALTER TABLE tenant DROP COLUMN name",
      "INSERT INTO tenant (id, name) VALUES (1, 'UPDATE schema_reader SET oldest = 1'); DROP TABLE tenant"
  })
  void migrationThatTakesSomethingAwayIsFound(String sql) {
    assertThat(ExpandRule.violations(sql + ";")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "CREATE TABLE other (id INT NOT NULL, CONSTRAINT one UNIQUE (id)); ALTER TABLE other ADD CHECK (id > 0)",
      "CREATE TABLE other (id INT NOT NULL); CREATE UNIQUE INDEX one ON other (id)",
      "ALTER TABLE tenant ADD COLUMN size BIGINT",
      "ALTER TABLE tenant ADD COLUMN size BIGINT DEFAULT 0 NOT NULL",
      "CREATE INDEX tenant_by_name ON tenant (name)",
      "UPDATE change_feed SET tenant_id = 1 WHERE key_id = 'DROP'",
      "-- DROP TABLE tenant\nINSERT INTO tenant (id) VALUES (1)",
      "UPDATE schema_reader SET oldest = '18' WHERE id = 1; ALTER TABLE tenant DROP COLUMN name"
  })
  void migrationThatAddsOrThatRaisesTheOldestServerFirstIsAccepted(String sql) {
    assertThat(ExpandRule.violations(sql + ";")).isEmpty();
  }
}
