package dev.latchkey.domain.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How failed authentications are limited by the address that they come from. All requests whose address is not known count
 * as from one source. Nothing here waits or fails.
 */
public interface FailureLimits {

  /** Limits nothing: for keys that are checked on behalf of a source that is not named. */
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

  /** How long it takes until a key may be looked up for that source; empty where one may be now. Counts nothing. */
  Optional<Duration> foreseeLookUp(Optional<InetAddress> from);

  /**
   * Counts a look-up, where the source has had too many failures.
   *
   * @return how long to wait for the next one; empty where this one may be made
   */
  Optional<Duration> countLookUp(Optional<InetAddress> from);

  /**
   * Counts a failed authentication.
   *
   * @return how long it takes until failures are answered as usual; empty where this one is within the limit
   */
  Optional<Duration> countFailure(Optional<InetAddress> from);
}
