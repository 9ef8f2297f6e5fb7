package dev.latchkey.domain.rate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A maximum number of requests within a window of whole seconds. */
public record RateLimit(int requests, Duration window) {

  public static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  public RateLimit {
    if (requests < 1 || window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(LONGEST_WINDOW) > 0
        || !window.truncatedTo(ChronoUnit.SECONDS).equals(window)) {
      throw new IllegalArgumentException(
          "A rate limit has at least 1 request and a window of 1 to 86,400 whole seconds");
    }
  }

  /** Whether the other limit allows neither a larger burst nor a higher rate. */
  public boolean covers(RateLimit other) {
    return other.requests <= requests
        && other.requests * window.toSeconds() <= requests * other.window.toSeconds();
  }
}
