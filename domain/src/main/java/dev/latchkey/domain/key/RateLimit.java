package dev.latchkey.domain.key;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How often a key may be used: so many requests within a window of whole seconds. */
public record RateLimit(int requests, Duration window) {

  public RateLimit {
    if (requests < 1 || window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0
        || !window.truncatedTo(ChronoUnit.SECONDS).equals(window)) {
      throw new IllegalArgumentException(
          "A rate limit has at least 1 request and a window of 1 to 86,400 whole seconds");
    }
  }
}
