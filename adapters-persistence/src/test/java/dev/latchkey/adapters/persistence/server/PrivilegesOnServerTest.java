package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The server that the build brings along has no list of users. */
class PrivilegesOnServerTest {

  @Test
  void userOfTheTestsLacksNothingAlsoOnServerThatCannotListPrivileges() throws SQLException {
    Server server = Server.empty();
    try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password())) {
      assertThat(Privileges.of(connection).missing(Privileges.TO_MIGRATE)).isEmpty();
    }
  }
}
