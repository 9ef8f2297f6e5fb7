package dev.latchkey.adapters.rest.service;

import java.net.URI;
import java.util.Optional;

/**
 * The address under which clients reach this server, for the API's description.
 *
 * @param url empty: the one from which the description was read
 */
public record PublicAddress(Optional<URI> url) {

  /** As OpenAPI has it: paths are appended to it. */
  String text() {
    return url.map(URI::toASCIIString).map(address -> address.replaceFirst("/+$", "")).orElse("/");
  }
}
