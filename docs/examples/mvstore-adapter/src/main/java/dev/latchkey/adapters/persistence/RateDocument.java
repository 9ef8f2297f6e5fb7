package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.rate.RateLimit;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;

/**
 * How much of a key's limit is used.
 *
 * @param requests of the limit under which the key was counted last
 * @param windowSeconds of this limit
 * @param fullAt when the whole limit is available again, in nanoseconds since 1970
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RateDocument(int requests, long windowSeconds, long fullAt) {

  private static final int MOST_CARRIED = 2;

  static RateDocument unused(RateLimit limit, long now) {
    return new RateDocument(limit.requests(), limit.window().toSeconds(), now);
  }

  /** What was used under another limit stays used under this one, in requests, up to twice this limit. */
  RateDocument under(RateLimit limit, long now) {
    if (requests == limit.requests() && windowSeconds == limit.window().toSeconds()) {
      return new RateDocument(requests, windowSeconds, Math.max(fullAt, now));
    }
    long used = Math.ceilDiv(Math.max(fullAt - now, 0), share(limit()));
    long carried = Math.min(used, (long) MOST_CARRIED * limit.requests());
    return new RateDocument(limit.requests(), limit.window().toSeconds(), now + carried * share(limit));
  }

  RateDocument withOneMore() {
    return new RateDocument(requests, windowSeconds, fullAt + share(limit()));
  }

  /** How much of the window one request takes, in nanoseconds. */
  static long share(RateLimit limit) {
    return Math.max(1, limit.window().dividedBy(limit.requests()).toNanos());
  }

  private RateLimit limit() {
    return new RateLimit(requests, Duration.ofSeconds(windowSeconds));
  }
}
