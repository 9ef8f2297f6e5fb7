package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFailureTest {

  private static final SQLException GONE = new SQLException("link", "08S01", new ConnectException("refused"));
  private static final SQLException READ_ONLY = new SQLException("takes no writes", "25006");
  private static final SQLException OFFLINE = new SQLException("The server is currently in offline mode", "HY000",
      3032);
  private static final SQLException NOT_A_MEMBER = new SQLException("is no online member", "08004");
  private static final SQLException FULL = new SQLException("Too many connections", "08004", 1040);
  private static final SQLException REFUSED = new SQLException("Access denied for user 'x'", "28000", 1045);

  @Test
  void serverOfWhichTheOperatorLearnsMostDecides() {
    assertThat(ServerFailure.availability(all(GONE, GONE))).isEqualTo(Availability.UNREACHABLE);
    assertThat(ServerFailure.availability(all(GONE, NOT_A_MEMBER))).isEqualTo(Availability.NOT_IN_ITS_GROUP);
    assertThat(ServerFailure.availability(all(NOT_A_MEMBER, READ_ONLY))).isEqualTo(Availability.READ_ONLY);
    assertThat(ServerFailure.availability(all(GONE, OFFLINE))).isEqualTo(Availability.READ_ONLY);
    assertThat(ServerFailure.availability(all(READ_ONLY, REFUSED))).isEqualTo(Availability.UNREACHABLE);
  }

  @Test
  void serverWithTooManyConnectionsHasNotLeftItsGroup() {
    assertThat(ServerFailure.availability(all(FULL))).isEqualTo(Availability.UNREACHABLE);
    assertThat(all(FULL).getMessage()).isEqualTo("db1:3306 answers: Too many connections");
  }

  @Test
  void waitingHelpsUnlessAServerRefusesTheUser() {
    assertThat(ServerFailure.isPassing(all(GONE, READ_ONLY))).isTrue();
    assertThat(ServerFailure.isPassing(all(OFFLINE))).isTrue();
    assertThat(ServerFailure.isPassing(all(NOT_A_MEMBER, FULL))).isTrue();
    assertThat(ServerFailure.isPassing(new SQLException("no state"))).isTrue();
    assertThat(ServerFailure.isPassing(all(GONE, REFUSED))).isFalse();
    assertThat(ServerFailure.isPassing(new SQLException("The database user lacks privileges", "42000"))).isFalse();
  }

  @Test
  void everyServerIsNamedWithItsAnswer() {
    assertThat(
        all(
            GONE, new SQLException("link", "08S01", new UnknownHostException("db2")),
            new SQLException("link", "08S01", new SocketTimeoutException("read")), OFFLINE, NOT_A_MEMBER, REFUSED)
            .getMessage())
        .isEqualTo(
            "db1:3306 accepts no connections; db2:3306 is no known host name; db3:3306 does not answer; "
                + "db4:3306 takes no writes; db5:3306 is no online member of its group; "
                + "db6:3306 answers: Access denied for user 'x'");
  }

  @ParameterizedTest
  @CsvSource({"28000, 1045, LATCHKEY_DB_PASSWORD", "28000, 1698, LATCHKEY_DB_PASSWORD",
      "HY000, 3118, LATCHKEY_DB_PASSWORD",
      "HY000, 4151, LATCHKEY_DB_PASSWORD", "42000, 1044, CREATE DATABASE", "42000, 1049, CREATE DATABASE",
      "25006, 0, Name the primary", "HY000, 3032, Name the primary", "08004, 0, START GROUP_REPLICATION",
      "08004, 1040, LATCHKEY_DB_WAIT", "08S01, 0, LATCHKEY_DB_WAIT"})
  void failureIsExplainedWithItsRemedy(String state, int error, String remedy) {
    RuntimeException failure = new IllegalStateException(new SQLException("the answer", state, error));

    assertThat(ServerFailure.explained(failure)).hasValueSatisfying(
        explained -> assertThat(explained.text()).contains("the answer", remedy));
  }

  @Test
  void failureThatIsNotOfAServerIsNotExplained() {
    assertThat(ServerFailure.explained(new SQLException("Unknown column", "42S22", 1054))).isEmpty();
    assertThat(ServerFailure.explained(new IllegalStateException("port taken"))).isEmpty();
  }

  private static SQLException all(SQLException... answers) {
    Map<String, SQLException> failures = new LinkedHashMap<>();
    for (SQLException answer : answers) {
      failures.put("db" + (failures.size() + 1) + ":3306", answer);
    }
    return ServerFailure.ofAll(failures);
  }
}
