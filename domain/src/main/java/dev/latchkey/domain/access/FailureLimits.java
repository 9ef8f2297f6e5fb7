package dev.latchkey.domain.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits on failed authentications per source address. All requests without a known address count as one source. No
 * method blocks or fails.
 */
public interface FailureLimits {

  /** No limits, for keys that are verified on behalf of an unnamed source. */
  FailureLimits NONE = new FailureLimits() {
    @Override
    public Optional<Duration> foreseeLookUp(Optional<InetAddress> from) {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> countLookUp(Optional<InetAddress> from) {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> countFailure(Optional<InetAddress> from) {
      return Optional.empty();
    }
  };

  /** Returns the time until the source may look a key up; empty if it may now. Counts nothing. */
  Optional<Duration> foreseeLookUp(Optional<InetAddress> from);

  /**
   * Counts a look-up, if the source has had too many failures.
   *
   * @return the time until the next look-up is allowed; empty if this one is allowed
   */
  Optional<Duration> countLookUp(Optional<InetAddress> from);

  /**
   * Counts a failed authentication.
   *
   * @return the time until failures get the usual response again; empty if this one is within the limit
   */
  Optional<Duration> countFailure(Optional<InetAddress> from);
}
