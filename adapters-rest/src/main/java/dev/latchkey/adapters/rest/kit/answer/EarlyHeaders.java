package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** Headers that errors need also where no filter sees the response, as for a request that is not proper HTTP. */
public interface EarlyHeaders {

  /** Adds the headers, once however often it is called. */
  void addTo(HttpRequest<?> request, MutableHttpResponse<?> response);
}
