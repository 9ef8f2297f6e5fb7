package dev.latchkey.adapters.persistence.server;

import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.SQLException;

/**
 * The longest message that a server accepts. The body of a request has at most 1 MiB; with escaped characters, the texts
 * of a thousand statements and the response that is stored for repetitions, a statement stays below the limit.
 */
final class LargestStatement {

  /** In bytes. The defaults are 64 MiB for MySQL and 16 MiB for MariaDB. */
  static final long LIMIT = 8L << 20;

  private LargestStatement() {}

  /**
   * Compares the setting of the server with the limit.
   *
   * @throws SQLException if the server accepts less
   */
  static void require(String server, ServerVariables variables) throws SQLException {
    String accepted = variables.value("max_allowed_packet");
    if (Long.parseLong(accepted) < LIMIT) {
      throw new UnusableDatabase(
          new Faulty(
              "database",
              "The database server " + server + " accepts messages of at most " + accepted + " bytes, and "
                  + LIMIT
                  + " are needed.",
              "As an administrator: SET PERSIST max_allowed_packet = " + LIMIT
                  + " (MySQL), or set max_allowed_packet in the configuration of the server."));
    }
  }
}
