package dev.latchkey.bootstrap;

import dev.latchkey.adapters.rest.kit.http.AllowedOrigins;
import dev.latchkey.adapters.system.Pepper;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.address.AddressRange;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server is started with, read and found sound.
 *
 * @param host empty: all addresses
 * @param notes what the operator should know, such as what makes it unfit for production
 */
record Settings(
    Database database,
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

  /** Where the rows lie. */
  sealed interface Database {

    /** A file database inside this process. */
    record Embedded(Path dataDir) implements Database {}

    /** A MySQL server. */
    record MySql(String url, String username, String password) implements Database {

      @Override
      public String toString() {
        return "MySql[" + username + "]";
      }
    }
  }
}
