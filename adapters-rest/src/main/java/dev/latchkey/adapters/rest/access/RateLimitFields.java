package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;

/**
 * A key's rate limit and its remaining quota, in the fields of draft-ietf-httpapi-ratelimit-headers.
 *
 * @param verdict result of counting this request
 */
public record RateLimitFields(RateLimit limit, RateVerdict verdict) {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LEFT = "RateLimit";

  public void addTo(MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    headers.set(POLICY, "\"key\";q=" + limit.requests() + ";w=" + limit.window().toSeconds());
    switch (verdict) {
      case RateVerdict.Within(long remaining, Duration untilFull) -> headers.set(LEFT, left(remaining, untilFull));
      case RateVerdict.Exceeded(Duration retryAfter) -> {
        headers.set(LEFT, left(0, retryAfter));
        addRetryAfter(response, retryAfter);
      }
    }
  }

  /** Returns the whole seconds to wait, at least one. */
  static long seconds(Duration wait) {
    return Math.max(1, roundedUp(wait));
  }

  static void addRetryAfter(MutableHttpResponse<?> response, Duration wait) {
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
  }

  private static String left(long remaining, Duration wait) {
    return "\"key\";r=" + remaining + ";t=" + roundedUp(wait);
  }

  /** Rounds up to whole seconds, so that a client that waits this long does not retry too early. */
  private static long roundedUp(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
