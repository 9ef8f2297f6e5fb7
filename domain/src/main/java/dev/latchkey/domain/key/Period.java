package dev.latchkey.domain.key;

import java.time.Instant;
import java.util.Optional;

/**
 * When a key is in force, by the wall clock.
 *
 * @param notBefore the first moment; empty: from the beginning
 * @param expiresAt the first moment at which it is over; empty: never
 */
public record Period(Optional<Instant> notBefore, Optional<Instant> expiresAt) {

  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether there is a moment in it at all. */
  public boolean holdsAMoment() {
    return notBefore.isEmpty() || expiresAt.isEmpty() || notBefore.get().isBefore(expiresAt.get());
  }

  public boolean startsAfter(Instant moment) {
    return notBefore.isPresent() && moment.isBefore(notBefore.get());
  }

  public boolean isOverAt(Instant moment) {
    return expiresAt.isPresent() && !moment.isBefore(expiresAt.get());
  }

  /** The same period, ending no later than the moment. */
  public Period endingBy(Instant moment) {
    return isOverAt(moment) ? this : new Period(notBefore, Optional.of(moment));
  }
}
