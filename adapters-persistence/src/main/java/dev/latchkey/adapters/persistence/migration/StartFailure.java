package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.ServerFailure;
import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Explains why a server could not start on its database. */
final class StartFailure {

  private StartFailure() {}

  /** Returns the explanation with the remedy; empty if the failure is not known to be one of the database. */
  static Optional<Faulty> explained(Throwable failure) {
    List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
    // First: also a migration can fail for such a reason.
    return unusable(causes)
        .or(() -> failedMigration(causes))
        .or(() -> alteredMigration(causes))
        .or(() -> ServerFailure.explained(failure));
  }

  private static Optional<Faulty> failedMigration(List<Throwable> causes) {
    Optional<MigrationInfo> failed = causes.stream()
        .filter(FlywayMigrateException.class::isInstance)
        .map(cause -> ((FlywayMigrateException) cause).getMigration())
        .findFirst();
    return failed.isPresent() && causes.getLast() instanceof SQLException sql
        ? Optional.of(
            new Faulty(
                "schema",
                String.format(Locale.ROOT, "The migration %s %s failed: %s.", failed.get().getVersion(),
                    failed.get().getDescription(), sql.getMessage()),
                "Correct the cause. The next start, or the command migrate, runs the migration again from its beginning;"
                    + " what it did already counts as done."))
        : Optional.empty();
  }

  private static Optional<Faulty> alteredMigration(List<Throwable> causes) {
    return causes.stream().anyMatch(FlywayValidateException.class::isInstance)
        ? Optional.of(
            new Faulty(
                "schema",
                "The migrations that were run on the database differ from those of this server.",
                "Use the server of a release. The command check names them; if the schema is known to be right, the"
                    + " command repair accepts them."))
        : Optional.empty();
  }

  private static Optional<Faulty> unusable(List<Throwable> causes) {
    return causes.reversed()
        .stream()
        .filter(UnusableDatabase.class::isInstance)
        .map(cause -> ((UnusableDatabase) cause).fault())
        .findFirst();
  }
}
