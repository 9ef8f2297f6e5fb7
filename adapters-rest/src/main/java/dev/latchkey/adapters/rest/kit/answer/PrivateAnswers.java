package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;

/** Keeps the API's responses out of all caches: they contain personal data, or data that only their key may read. */
final class PrivateAnswers {

  private static final List<String> APIS = List.of("/api/", "/v1/api/");

  // Cached in the form that the server writes, so that they are not hashed and encoded for each response.
  private static final AsciiString CACHE_CONTROL = AsciiString.cached(HttpHeaders.CACHE_CONTROL);
  private static final AsciiString NO_STORE = AsciiString.cached("no-store");

  private PrivateAnswers() {}

  static void mark(String path, MutableHttpHeaders headers) {
    if (APIS.stream().anyMatch(path::startsWith)) {
      headers.set(CACHE_CONTROL, NO_STORE);
    }
  }
}
