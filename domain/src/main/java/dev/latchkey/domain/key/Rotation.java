package dev.latchkey.domain.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The parameters of replacing a key.
 *
 * @param overlap how long the old key stays valid, 0 to {@link #LONGEST_OVERLAP}
 * @param expiresAt when the successor expires; empty for the expiry of the old key
 */
public record Rotation(Duration overlap, Optional<Instant> expiresAt) {

  public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  public Rotation {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("An overlap is 0 to 30 days");
    }
  }

  /** Returns a rotation in which the successor keeps the expiry of the old key. */
  public static Rotation after(Duration overlap) {
    return new Rotation(overlap, Optional.empty());
  }
}
