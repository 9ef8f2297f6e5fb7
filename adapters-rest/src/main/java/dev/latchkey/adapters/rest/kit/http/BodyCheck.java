package dev.latchkey.adapters.rest.kit.http;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a body by the head of its request, on every route and after the credentials are accepted: a body with a
 * content encoding, and one that is too large and waits for 100 Continue. Any other body that is too large is rejected
 * when it is read, so that the decision on the campaign comes first.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class BodyCheck implements Ordered {

  private static final String UNPACKED = "identity";

  private final BodyLimit limit;

  BodyCheck(@Nullable HttpLimits limits) {
    limit = (limits == null ? HttpLimits.DEFAULT : limits).bodyLimit();
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  /** Returns null if the request passes. */
  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    if (isPacked(request.getHeaders())) {
      return Problem.of(ProblemType.UNSUPPORTED_CONTENT_ENCODING).response();
    }
    return request.getHeaders().contains(HttpHeaders.EXPECT) && isTooLarge(request)
        ? Problem.of(ProblemType.BODY_TOO_LARGE).response()
        : null;
  }

  private boolean isTooLarge(HttpRequest<?> request) {
    String cookies = String.join(";", request.getHeaders().getAll(HttpHeaders.COOKIE));
    return request.getContentLength() > limit.bytes(request.getPath(), cookies);
  }

  /**
   * Returns whether a body has a content encoding. Several lines are one list, and empty items are ignored (RFC 9110,
   * sections 5.3 and 5.6.1).
   */
  private static boolean isPacked(HttpHeaders headers) {
    return headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(UNPACKED));
  }
}
