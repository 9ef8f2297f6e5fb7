package dev.latchkey.bootstrap;

import dev.latchkey.adapters.rest.kit.http.AllowedOrigins;
import dev.latchkey.adapters.system.Pepper;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.address.AddressRange;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the server is started with, read and found sound.
 *
 * @param databaseWait how long a start waits for a database that does not answer or takes no writes
 * @param host empty: all addresses
 * @param notes what the operator should know, such as what makes it unfit for production
 */
record Settings(
    Database database,
    Duration databaseWait,
    int port,
    Optional<String> host,
    OperatorToken operatorToken,
    List<Pepper> peppers,
    boolean demo,
    List<AddressRange> trustedProxies,
    int connectionsPerAddress,
    Optional<URI> publicUrl,
    AllowedOrigins corsOrigins,
    List<String> notes) {

  /** Returns the same settings with another time to wait for the database. */
  Settings waiting(Duration most) {
    return new Settings(
        database, most, port, host, operatorToken, peppers, demo, trustedProxies, connectionsPerAddress, publicUrl,
        corsOrigins, notes);
  }

  /** Where the rows lie. */
  sealed interface Database {

    String url();

    /** Returns the user name; empty if there is none. */
    String username();

    /** Returns the password; empty if there is none. */
    String password();

    /**
     * A file database inside this process.
     *
     * @param username empty if it has no users
     */
    record Embedded(Path dataDir, String url, String username) implements Database {

      @Override
      public String password() {
        return "";
      }
    }

    /**
     * A database at an address.
     *
     * @param username empty if it has no users
     * @param password empty if it has no password
     */
    record Server(String url, String username, String password) implements Database {

      @Override
      public String toString() {
        return "Server[" + username + "]";
      }
    }
  }
}
