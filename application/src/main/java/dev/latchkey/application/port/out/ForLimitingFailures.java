package dev.latchkey.application.port.out;

import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import java.time.Duration;
import java.util.Optional;

/**
 * Counters of failed authentications, and of the lookups that lead to them, with limits per source. Each limit is
 * counted separately, and its full number is available again when its window ends. Never waits and never fails.
 */
public interface ForLimitingFailures {

  /**
   * Counts one event if it is within the limit; an event beyond the limit consumes nothing.
   *
   * @return the time to wait until another event is within the limit; empty if this one was
   */
  Optional<Duration> count(SignInSource source, RateLimit limit);

  /** Returns what {@link #count} would return now. Nothing is counted. */
  Optional<Duration> foresee(SignInSource source, RateLimit limit);
}
