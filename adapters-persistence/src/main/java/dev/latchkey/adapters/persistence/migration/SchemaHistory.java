package dev.latchkey.adapters.persistence.migration;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations that a database has, and those that this server knows. */
record SchemaHistory(List<MigrationInfo> migrations) {

  static SchemaHistory of(MigrationInfo[] migrations) {
    return new SchemaHistory(Arrays.asList(migrations));
  }

  /** Returns the version of the database; empty if it has no migration. */
  MigrationVersion found() {
    return newest(migration -> migration.getState().isApplied() && !migration.getState().isFailed());
  }

  /** Returns the version of this server. */
  MigrationVersion own() {
    return newest(migration -> migration.getState().isResolved());
  }

  boolean isEmpty() {
    return migrations.stream().noneMatch(migration -> migration.getState().isApplied());
  }

  boolean isNewer() {
    return found().compareTo(own()) > 0;
  }

  /** Returns those that the next migration runs, a failed one among them, in their order. */
  List<String> pending() {
    return named(
        migration -> migration.getState().isResolved()
            && (!migration.getState().isApplied() || migration.getState().isFailed()));
  }

  List<String> failed() {
    return named(migration -> migration.getState().isFailed());
  }

  /** Returns those that were run in another form than this server has. */
  List<String> altered() {
    return named(
        migration -> migration.getState().isResolved() && migration.getState().isApplied()
            && !migration.isChecksumMatching());
  }

  private List<String> named(Predicate<MigrationInfo> which) {
    return migrations.stream()
        .filter(which)
        .map(migration -> migration.getVersion() + " " + migration.getDescription())
        .toList();
  }

  private MigrationVersion newest(Predicate<MigrationInfo> which) {
    return migrations.stream()
        .filter(which)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.EMPTY);
  }
}
