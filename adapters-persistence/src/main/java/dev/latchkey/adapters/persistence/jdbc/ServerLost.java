package dev.latchkey.adapters.persistence.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/**
 * Errors after which a connection is of no use, although the server answers on it: the server takes no writes any more,
 * or it has left its group or cluster.
 */
final class ServerLost implements SQLExceptionOverride {

  /**
   * The message names the option, such as --super-read-only; others have nothing to do with writes. It is in English
   * because {@link ConnectionSettings} sets the language.
   */
  private static final int OPTION_PREVENTS_STATEMENT = 1290;
  private static final String READ_ONLY_OPTION = "read-only option";

  private static final int READ_ONLY_TRANSACTION = 1792;
  private static final int READ_ONLY_MODE = 1836;
  private static final int OFFLINE_MODE = 3032;

  /** Thrown by a commit: the members without this one can have accepted the transaction. */
  private static final int HOOK_OF_THE_GROUP_FAILED = 3100;

  private static final int GROUP_NOT_RUNNING = 3796;
  private static final int GROUP_DID_NOT_CATCH_UP = 3797;
  private static final int NOT_READY_FOR_QUERIES = 1047;

  private static final Set<Integer> CODES = Set.of(
      READ_ONLY_TRANSACTION, READ_ONLY_MODE, OFFLINE_MODE, HOOK_OF_THE_GROUP_FAILED,
      GROUP_NOT_RUNNING, GROUP_DID_NOT_CATCH_UP, NOT_READY_FOR_QUERIES);

  private static boolean is(SQLException failure) {
    return CODES.contains(failure.getErrorCode())
        || (failure.getErrorCode() == OPTION_PREVENTS_STATEMENT
            && Objects.requireNonNullElse(failure.getMessage(), "").contains(READ_ONLY_OPTION));
  }

  /** Returns whether the server refused a statement because of its own state, before it wrote anything. */
  static boolean wroteNothing(SQLException failure) {
    return is(failure) && failure.getErrorCode() != HOOK_OF_THE_GROUP_FAILED;
  }

  @java.lang.Override
  public SQLExceptionOverride.Override adjudicate(SQLException failure) {
    return is(failure) ? SQLExceptionOverride.Override.MUST_EVICT : SQLExceptionOverride.Override.CONTINUE_EVICT;
  }
}
