package dev.latchkey.domain.key;

import java.time.Instant;
import java.util.Optional;

/**
 * The validity period of a key, by the wall clock.
 *
 * @param notBefore the first moment of the period; empty for no start
 * @param expiresAt the first moment after the period; empty for no end
 */
public record Period(Optional<Instant> notBefore, Optional<Instant> expiresAt) {

  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether the period contains any moment. */
  public boolean holdsAMoment() {
    return notBefore.isEmpty() || expiresAt.isEmpty() || notBefore.get().isBefore(expiresAt.get());
  }

  public boolean startsAfter(Instant moment) {
    return notBefore.isPresent() && moment.isBefore(notBefore.get());
  }

  public boolean isOverAt(Instant moment) {
    return expiresAt.isPresent() && !moment.isBefore(expiresAt.get());
  }

  /**
   * Whether the other period is within this one from a moment on. Earlier moments are ignored, because they can no
   * longer be used.
   */
  boolean covers(Period other, Instant from) {
    boolean endsInTime = expiresAt.isEmpty()
        || (other.expiresAt.isPresent() && !other.expiresAt.get().isAfter(expiresAt.get()));
    Instant start = other.startsAfter(from) ? other.notBefore.orElseThrow() : from;
    return endsInTime && !startsAfter(start);
  }

  /** Returns this period without a start in the past, and with another end if one is given. */
  Period continuedFrom(Instant moment, Optional<Instant> end) {
    return new Period(notBefore.filter(moment::isBefore), end.or(() -> expiresAt));
  }

  /** Whether this period ends before the other one. */
  boolean endsBefore(Period other) {
    return expiresAt.isPresent()
        && (other.expiresAt.isEmpty() || other.expiresAt.get().isAfter(expiresAt.get()));
  }

  /** Returns this period, ending no later than the moment. */
  public Period endingBy(Instant moment) {
    return isOverAt(moment) ? this : new Period(notBefore, Optional.of(moment));
  }
}
