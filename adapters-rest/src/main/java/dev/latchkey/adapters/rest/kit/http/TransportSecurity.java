package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Filter that makes browsers use only TLS for a year (RFC 6797). Active only if the public address is https: browsers
 * ignore the header over plain http.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = TransportSecurity.HTTPS, value = "true")
final class TransportSecurity implements Ordered {

  /** Property that states whether the public address of the server is https. */
  static final String HTTPS = "latchkey.https";

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  void require(MutableHttpResponse<?> response) {
    response.getHeaders().set("Strict-Transport-Security", "max-age=31536000");
  }
}
