package dev.latchkey.adapters.dashboard.frame;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Optional;

/** Determines client addresses. The server's configuration decides which proxies are trusted. */
@FunctionalInterface
public interface ClientAddresses {

  /** Returns the client's address; empty where it is not known. */
  Optional<InetAddress> of(HttpRequest<?> request);
}
