package dev.latchkey.application.port.out;

import dev.latchkey.domain.access.SignInSource;
import dev.latchkey.domain.key.RateLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * Failed authentications, and the look-ups that lead to them, counted against limits per source. Each limit is counted for
 * itself, and its whole number is there again when its window ends. Never waits and never fails.
 */
public interface ForLimitingFailures {

  /**
   * Counts one, if it is within the limit; one that is not uses nothing up.
   *
   * @return how long to wait before another is within it; empty where this one was
   */
  Optional<Duration> count(SignInSource source, RateLimit limit);

  /** What counting one would give at this moment. Nothing is counted. */
  Optional<Duration> foresee(SignInSource source, RateLimit limit);
}
