package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;

/** Keeps the API's answers out of all caches: each may hold personal data, and holds what its key may see. */
final class PrivateAnswers {

  private static final List<String> APIS = List.of("/api/", "/v1/api/");

  // In the form in which the server writes them, so that it neither hashes nor encodes them anew for each answer.
  private static final AsciiString CACHE_CONTROL = AsciiString.cached(HttpHeaders.CACHE_CONTROL);
  private static final AsciiString NO_STORE = AsciiString.cached("no-store");

  private PrivateAnswers() {}

  static void mark(String path, MutableHttpHeaders headers) {
    if (APIS.stream().anyMatch(path::startsWith)) {
      headers.set(CACHE_CONTROL, NO_STORE);
    }
  }
}
