package dev.latchkey.domain.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a key is replaced.
 *
 * @param overlap how long the old key stays valid, 0 to {@link #LONGEST_OVERLAP}
 * @param expiresAt when the successor ends; empty: when the old key would have ended
 */
public record Rotation(Duration overlap, Optional<Instant> expiresAt) {

  public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  public Rotation {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("An overlap is 0 to 30 days");
    }
  }

  /** A rotation after which the successor ends when the old key would have. */
  public static Rotation after(Duration overlap) {
    return new Rotation(overlap, Optional.empty());
  }
}
