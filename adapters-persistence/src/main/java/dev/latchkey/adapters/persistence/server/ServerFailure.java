package dev.latchkey.adapters.persistence.server;

import dev.latchkey.application.port.StoreFinding.Faulty;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why servers of the database cannot be used, in words for the operator. */
public final class ServerFailure {

  /** The SQL state of a server that takes no writes. */
  static final String READ_ONLY = "25006";

  /** The SQL state of a server that is no online member of its group. */
  static final String NOT_A_MEMBER = "08004";

  /** The class of SQL states of a connection that could not be opened or was lost. */
  private static final String CONNECTION_FAILED = "08";

  /** The error of a server that lets only its administrators in, as a member of a group does that was expelled. */
  private static final int OFFLINE_MODE = 3032;

  private static final Set<Integer> REFUSED_LOGINS = Set.of(1045, 1698, 3118, 4151);
  private static final Set<Integer> REFUSED_DATABASES = Set.of(1044, 1049);

  private ServerFailure() {}

  /** Returns whether the server may answer, or take writes, later. A refused login does not change by waiting. */
  static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.startsWith(CONNECTION_FAILED) || isReadOnly(failure);
  }

  /**
   * Returns one failure for all servers that were tried, with what each of them answered. It has the codes of a server
   * for which waiting does not help, if there is one.
   *
   * @param failures not empty, in the order in which the servers were tried
   */
  static SQLException ofAll(Map<String, SQLException> failures) {
    SQLException decisive = first(failures, failure -> !isPassing(failure))
        .or(() -> first(failures, ServerFailure::isReadOnly))
        .or(() -> first(failures, ServerFailure::isNotAMember))
        .orElseGet(() -> failures.values().iterator().next());
    String answers = failures.entrySet()
        .stream()
        .map(answer -> answer.getKey() + " " + answer(answer.getValue()))
        .collect(Collectors.joining("; "));
    return isPassing(decisive)
        ? new SQLTransientConnectionException(answers, decisive.getSQLState(), decisive.getErrorCode(), decisive)
        : new SQLException(answers, decisive.getSQLState(), decisive.getErrorCode(), decisive);
  }

  /** Returns what a failure of {@link #ofAll} says of the servers. */
  static Availability availability(SQLException ofAll) {
    if (isReadOnly(ofAll)) {
      return Availability.READ_ONLY;
    }
    return isNotAMember(ofAll) ? Availability.NOT_IN_ITS_GROUP : Availability.UNREACHABLE;
  }

  private static Optional<SQLException> first(Map<String, SQLException> failures, Predicate<SQLException> which) {
    return failures.values().stream().filter(which).findFirst();
  }

  private static boolean isReadOnly(SQLException failure) {
    return READ_ONLY.equals(failure.getSQLState()) || failure.getErrorCode() == OFFLINE_MODE;
  }

  /** The state is also that of a server with too many connections, which has a code. */
  private static boolean isNotAMember(SQLException failure) {
    return NOT_A_MEMBER.equals(failure.getSQLState()) && failure.getErrorCode() == 0;
  }

  /** Returns what a server answered, as the rest of a sentence that begins with its name. */
  private static String answer(SQLException failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
      return "is no known host name";
    }
    if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
      return "accepts no connections";
    }
    if (isReadOnly(failure)) {
      return "takes no writes";
    }
    if (isNotAMember(failure)) {
      return "is no online member of its group";
    }
    if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance) || failure.getErrorCode() == 0) {
      return "does not answer";
    }
    return "answers: " + failure.getMessage();
  }

  /** Explains a failure with its remedy; empty if it is not one of a database server. */
  public static Optional<Faulty> explained(Throwable failure) {
    return causes(failure)
        .stream()
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst()
        .flatMap(ServerFailure::remedied);
  }

  private static Optional<Faulty> remedied(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (REFUSED_LOGINS.contains(failure.getErrorCode())) {
      return fault("The database refuses the user or the password", failure,
          "Correct LATCHKEY_DB_USERNAME and LATCHKEY_DB_PASSWORD.");
    }
    if (REFUSED_DATABASES.contains(failure.getErrorCode())) {
      return fault("The database does not exist, or the user may not use it", failure,
          String.format(Locale.ROOT,
              "Correct LATCHKEY_DB_URL, or as an administrator: CREATE DATABASE <name>; GRANT %s ON <name>.* TO <user>",
              Privileges.TO_MIGRATE.stream().sorted().collect(Collectors.joining(", "))));
    }
    if (isReadOnly(failure)) {
      return fault("No database server takes writes", failure,
          "A replica, or a server with read_only, cannot be used. Name the primary, or all members of its cluster, in"
              + " LATCHKEY_DB_URL.");
    }
    if (isNotAMember(failure)) {
      return fault("No database server is an online member of its group", failure,
          "Let it join with START GROUP_REPLICATION, or name all members in LATCHKEY_DB_URL.");
    }
    if (state.startsWith(CONNECTION_FAILED)) {
      return fault("No database server can be reached", failure,
          "See whether it runs, and check LATCHKEY_DB_URL. LATCHKEY_DB_WAIT is how long a start waits.");
    }
    return Optional.empty();
  }

  private static Optional<Faulty> fault(String problem, SQLException failure, String remedy) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    // Some messages of the driver are sentences.
    return Optional.of(new Faulty("database", problem + ": " + message + (message.endsWith(".") ? "" : "."), remedy));
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
  }
}
