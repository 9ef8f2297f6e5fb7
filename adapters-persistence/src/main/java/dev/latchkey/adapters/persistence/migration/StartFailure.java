package dev.latchkey.adapters.persistence.migration;

import dev.latchkey.adapters.persistence.server.ServerFailure;
import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Explains why a server could not start on its database. */
final class StartFailure {

  private StartFailure() {}

  /** Returns the explanation with the remedy; empty if the failure is not known to be one of the database. */
  static Optional<String> explained(Throwable failure) {
    List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
    Throwable root = causes.getLast();
    if (causes.stream().anyMatch(FlywayMigrateException.class::isInstance) && root instanceof SQLException sql) {
      String migration = causes.stream()
          .filter(FlywayMigrateException.class::isInstance)
          .map(cause -> message(cause).lines().findFirst().orElse(""))
          .findFirst()
          .orElse("");
      return Optional.of(
          migration + ": " + message(sql)
              + ". Correct the cause. The next start, or the command migrate, runs the migration"
              + " again from its beginning; what it did already counts as done.");
    }
    if (causes.stream().anyMatch(FlywayValidateException.class::isInstance)) {
      return Optional.of(
          "The migrations that were run on the database differ from those of this server. Use the server of a release."
              + " The command check names them; if the schema is known to be right, the command repair accepts them.");
    }
    return ServerFailure.explained(failure).or(() -> worded(causes));
  }

  private static Optional<String> worded(List<Throwable> causes) {
    return causes.reversed()
        .stream()
        .filter(UnusableDatabase.class::isInstance)
        .map(cause -> message(cause) + ".")
        .findFirst();
  }

  private static String message(Throwable cause) {
    return Objects.requireNonNullElse(cause.getMessage(), "");
  }
}
