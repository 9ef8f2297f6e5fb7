package dev.latchkey.adapters.dashboard.frame;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Optional;

/** Where requests come from. Which proxies are believed about that is for whoever runs the server to say. */
@FunctionalInterface
public interface ClientAddresses {

  /** The client's address; empty where it is not known. */
  Optional<InetAddress> of(HttpRequest<?> request);
}
