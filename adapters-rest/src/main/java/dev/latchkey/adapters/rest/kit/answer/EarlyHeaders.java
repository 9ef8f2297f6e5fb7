package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** Headers that errors need even if no filter sees the response, as for a request that is not valid HTTP. */
public interface EarlyHeaders {

  /** Adds the headers. A repeated call adds nothing. */
  void addTo(HttpRequest<?> request, MutableHttpResponse<?> response);
}
