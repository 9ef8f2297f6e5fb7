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

  /**
   * Whether the other period lies within this one, from a moment on: of what came before it no use can be made any more.
   */
  boolean covers(Period other, Instant from) {
    boolean endsInTime = expiresAt.isEmpty()
        || (other.expiresAt.isPresent() && !other.expiresAt.get().isAfter(expiresAt.get()));
    Instant start = other.startsAfter(from) ? other.notBefore.orElseThrow() : from;
    return endsInTime && !startsAfter(start);
  }

  /** The same period without a start that lies in the past, and with another end where one is given. */
  Period continuedFrom(Instant moment, Optional<Instant> end) {
    return new Period(notBefore.filter(moment::isBefore), end.or(() -> expiresAt));
  }

  /** Whether the other period ends later than this one. */
  boolean endsBefore(Period other) {
    return expiresAt.isPresent()
        && (other.expiresAt.isEmpty() || other.expiresAt.get().isAfter(expiresAt.get()));
  }

  /** The same period, ending no later than the moment. */
  public Period endingBy(Instant moment) {
    return isOverAt(moment) ? this : new Period(notBefore, Optional.of(moment));
  }
}
