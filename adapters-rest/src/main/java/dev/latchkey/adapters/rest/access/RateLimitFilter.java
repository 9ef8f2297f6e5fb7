package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.Caller;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Adds the rate limit fields to every response to a caller whose key has a rate limit, errors included. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RateLimitFilter implements Ordered {

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @ResponseFilter
  void addFields(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request.getUserPrincipal(KeyAuthentication.class).map(KeyAuthentication::caller).ifPresent(
        caller -> addFields(caller, response));
  }

  private static void addFields(Caller caller, MutableHttpResponse<?> response) {
    caller.credential().key().settings().rateLimit().ifPresent(
        limit -> caller.rate().ifPresent(verdict -> new RateLimitFields(limit, verdict).addTo(response)));
  }
}
