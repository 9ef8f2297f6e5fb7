package dev.latchkey.adapters.rest.service;

import java.net.URI;
import java.util.Optional;

/**
 * Address under which clients reach this server, for the API description.
 *
 * @param url empty: the address from which the description was read
 */
public record PublicAddress(Optional<URI> url) {

  /** Returns the address in the form of OpenAPI, which appends paths to it. */
  String text() {
    return url.map(URI::toASCIIString).map(address -> address.replaceFirst("/+$", "")).orElse("/");
  }
}
