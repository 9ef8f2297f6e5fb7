package dev.latchkey.adapters.rest.kit.http;

import dev.latchkey.adapters.rest.kit.answer.EarlyHeaders;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Filter for cross-origin requests: pages of the allowed origins may call the tenants' API from browsers, as the Fetch
 * standard defines. Micronaut's own filter allows an origin on all paths; the operator's API and the dashboard are
 * never shared.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class CrossOrigin implements Ordered, EarlyHeaders {

  private static final List<String> SHARED = List.of("/api/v2/", "/v1/api/");

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id";
  private static final String RESPONSE_HEADERS = "Allow, ETag, Idempotent-Replayed, RateLimit, RateLimit-Policy, "
      + "Retry-After, WWW-Authenticate, X-Request-Id";
  private static final String SECONDS_TO_REMEMBER = "600";

  private final AllowedOrigins origins;

  CrossOrigin(AllowedOrigins origins) {
    this.origins = origins;
  }

  /** Runs before authentication, as a preflight has no credentials, and outside of all filters that refuse. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.METRICS.after();
  }

  /** Responds to a preflight; returns null for any other request. */
  @RequestFilter
  @Nullable
  HttpResponse<?> preflight(HttpRequest<?> request) {
    if (!isPreflight(request) || allowedOrigin(request).isEmpty()) {
      return null;
    }
    // The framework passes the response of a filter only to the filters outside of it.
    MutableHttpResponse<?> answer = HttpResponse.noContent();
    share(request, answer);
    return answer;
  }

  @ResponseFilter
  void share(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!isShared(request)) {
      return;
    }
    if (!response.getHeaders().getAll(HttpHeaders.VARY).contains(HttpHeaders.ORIGIN)) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    allowedOrigin(request).ifPresent(origin -> {
      response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      if (isPreflight(request)) {
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_REMEMBER);
      } else {
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
      }
    });
  }

  @Override
  public void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
    share(request, response);
  }

  private boolean isShared(HttpRequest<?> request) {
    return !origins.all().isEmpty() && SHARED.stream().anyMatch(request.getPath()::startsWith);
  }

  private Optional<String> allowedOrigin(HttpRequest<?> request) {
    List<String> sent = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    return sent.size() == 1 && origins.all().contains(sent.getFirst()) && isShared(request)
        ? Optional.of(sent.getFirst())
        : Optional.empty();
  }

  private static boolean isPreflight(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.OPTIONS
        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }
}
