package dev.latchkey.application.port.out;

import dev.latchkey.domain.access.SignInSource;
import dev.latchkey.domain.key.RateLimit;
import java.time.Duration;
import java.util.Optional;

/** Attempts to sign in, counted against limits per source. Each limit is counted for itself. */
public interface ForLimitingSignIns {

  /**
   * Counts one attempt, if it is within the limit; one that is not uses nothing up.
   *
   * @return how long to wait before another is within it; empty where this one was
   */
  Optional<Duration> count(SignInSource source, RateLimit limit);

  /** What counting one attempt would give at this moment. Nothing is counted. */
  Optional<Duration> foresee(SignInSource source, RateLimit limit);
}
