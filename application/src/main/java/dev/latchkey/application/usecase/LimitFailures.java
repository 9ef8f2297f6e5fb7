package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits a source to 60 failed authentications per minute. Beyond that, its look-ups share a budget of 5 per second, so
 * that a valid key that is not cached is still found. A success does not reduce the count of failures. All requests
 * without a known address count as one source. No method blocks or fails.
 */
final class LimitFailures {

  static final RateLimit FAILURES = new RateLimit(60, Duration.ofMinutes(1));

  static final RateLimit LOOK_UPS = new RateLimit(5, Duration.ofSeconds(1));

  private final ForLimitingFailures limits;

  LimitFailures(ForLimitingFailures limits) {
    this.limits = limits;
  }

  /** Returns the time until the source may look a key up; empty if it may now. Counts nothing. */
  Optional<Duration> foreseeLookUp(Optional<InetAddress> from) {
    SignInSource source = SignInSource.of(from);
    return limits.foresee(source, FAILURES).flatMap(_ -> limits.foresee(source, LOOK_UPS));
  }

  /**
   * Counts a look-up, if the source has had too many failures.
   *
   * @return the time until the next look-up is allowed; empty if this one is allowed
   */
  Optional<Duration> countLookUp(Optional<InetAddress> from) {
    SignInSource source = SignInSource.of(from);
    return limits.foresee(source, FAILURES).flatMap(_ -> limits.count(source, LOOK_UPS));
  }

  /**
   * Counts a failed authentication.
   *
   * @return the time until failures get the usual response again; empty if this one is within the limit
   */
  Optional<Duration> countFailure(Optional<InetAddress> from) {
    return limits.count(SignInSource.of(from), FAILURES);
  }
}
