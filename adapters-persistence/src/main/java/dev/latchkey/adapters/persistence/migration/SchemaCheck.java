package dev.latchkey.adapters.persistence.migration;

import io.micronaut.context.annotation.Context;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Stops the start of a server on a schema that a newer version made and that this version cannot use. A schema of the
 * next version can be used, so that the servers of an installation can be replaced one after the other.
 */
@Context
final class SchemaCheck {

  /**
   * Checks the schema.
   *
   * @throws IllegalStateException if a newer server is needed
   */
  SchemaCheck(Flyway flyway, SchemaReaderRepository readers) {
    MigrationVersion own = newest(flyway.info().all(), false);
    MigrationVersion found = newest(flyway.info().all(), true);
    MigrationVersion oldest = MigrationVersion.fromVersion(readers.oldest());
    if (found.compareTo(own) > 0 && own.compareTo(oldest) < 0) {
      throw new IllegalStateException(
          "The database has schema version %s, made by a newer Latchkey. It needs a server of schema version %s or newer, "
              .formatted(found, oldest)
              + "and this one has %s. Start a newer server".formatted(own));
    }
  }

  /** Returns the newest version that this server knows, or the newest that was applied. */
  private static MigrationVersion newest(MigrationInfo[] migrations, boolean applied) {
    Optional<MigrationVersion> newest = Arrays.stream(migrations)
        .filter(migration -> applied ? migration.getState().isApplied() : migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo);
    return newest.orElse(MigrationVersion.EMPTY);
  }
}
