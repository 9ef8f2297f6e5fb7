package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work is repeated only if it is certain that nothing of it was written. */
class FailureTest {

  private static final String GENERAL = "HY000";

  @ParameterizedTest
  @ValueSource(ints = {1205, 1047, 1792, 1836, 3032, 3796, 3797})
  void statementThatTheServerRefusedIsRepeated(int code) {
    assertThat(ofStatement(new SQLException("refused", GENERAL, code)))
        .isEqualTo(new Failure.Repeatable(GENERAL, code));
  }

  @ParameterizedTest
  @ValueSource(ints = {1205, 1047, 1180, 1290, 1792, 1836, 3032, 3100})
  void outcomeOfACommitThatFailedIsUnknown(int code) {
    assertThat(ofCommit(new SQLException("--read-only option", GENERAL, code))).isEqualTo(new Failure.Unavailable());
  }

  /** A member that leaves its group ends transactions with it that the others can have accepted. */
  @Test
  void outcomeOfACommitThatAGroupRolledBackOnThisMemberIsUnknown() {
    assertThat(ofCommit(new SQLTransactionRollbackException("rolled back by a plugin", "40000", 3101)))
        .isEqualTo(new Failure.Unavailable());
  }

  /** Without a transaction the statement is its own commit. */
  @Test
  void outcomeOfAStatementWhoseCommitAGroupDidNotConfirmIsUnknown() {
    assertThat(ofStatement(new SQLException("Error in replication hook 'before_commit'", GENERAL, 3100)))
        .isEqualTo(new Failure.Unavailable());
  }

  @Test
  void commitThatLostToAnotherTransactionIsRepeated() {
    assertThat(ofCommit(new SQLException("deadlock", "40001", 1213))).isEqualTo(new Failure.Repeatable("40001", 1213));
    assertThat(ofCommit(new SQLTransactionRollbackException("certification failed", "40001", 0)))
        .isEqualTo(new Failure.Repeatable("40001", 0));
  }

  private static Failure ofStatement(SQLException failure) {
    return Failure.of(new DataAccessException("SQL Error executing a statement", failure));
  }

  private static Failure ofCommit(SQLException failure) {
    return Failure.of(new TransactionSystemException("Could not commit JDBC transaction", failure));
  }
}
