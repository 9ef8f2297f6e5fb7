package dev.latchkey.application.port.out;

import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import java.time.Duration;
import java.util.Optional;

/** Counters of attempts to sign in, with limits per source. Each limit is counted separately. */
public interface ForLimitingSignIns {

  /**
   * Counts one attempt if it is within the limit; an attempt beyond the limit consumes nothing. Attempts used become
   * available again over the window, up to the limit.
   *
   * @return the time to wait until another attempt is within the limit; empty if this one was
   */
  Optional<Duration> count(SignInSource source, RateLimit limit);

  /** Returns what {@link #count} would return now. Nothing is counted. */
  Optional<Duration> foresee(SignInSource source, RateLimit limit);
}
