package dev.latchkey.domain.key;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.grant.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of a key can be changed after it was made.
 *
 * @param allowedAddresses where requests may come from; empty: from anywhere
 */
public record KeySettings(
    Name name,
    KeyStatus status,
    Grant grant,
    List<AddressRange> allowedAddresses,
    Optional<RateLimit> rateLimit,
    Period period) {

  public static final int MOST_ADDRESSES = 100;

  private static final String EXPIRES_AT = "expires_at";

  public KeySettings {
    allowedAddresses = List.copyOf(allowedAddresses);
    if (allowedAddresses.size() > MOST_ADDRESSES) {
      throw new IllegalArgumentException("A key allows at most " + MOST_ADDRESSES + " addresses");
    }
  }

  /** What is wrong with these settings for a key that is made at a moment. */
  public List<Violation> faultsWhenMadeAt(Instant moment) {
    return period.isOverAt(moment)
        ? List.of(new Violation(EXPIRES_AT, "in_the_past", "Lies in the past. Name a moment in the future."))
        : faults();
  }

  /** What is wrong with these settings after a change. What the change keeps is not judged anew. */
  public List<Violation> faultsAfter(KeySettings before) {
    if (period.equals(before.period) || period.holdsAMoment()) {
      return List.of();
    }
    boolean onlyStartIsNew = period.expiresAt().equals(before.period.expiresAt());
    return onlyStartIsNew
        ? List.of(new Violation("not_before", "not_before_end", "Is not before expires_at. Name a moment before it."))
        : faults();
  }

  /** What does not fit together. */
  public List<Violation> faults() {
    return period.holdsAMoment()
        ? List.of()
        : List.of(new Violation(EXPIRES_AT, "not_after_start", "Lies before not_before. Name a moment after it."));
  }

  /** The state at a moment, in the order of the access decision. */
  public KeyState stateAt(Instant moment) {
    if (status == KeyStatus.DISABLED) {
      return KeyState.DISABLED;
    }
    if (period.startsAfter(moment)) {
      return KeyState.NOT_YET_VALID;
    }
    return period.isOverAt(moment) ? KeyState.EXPIRED : KeyState.IN_FORCE;
  }

  /** The settings of a key that takes the place of this one at a moment. */
  public KeySettings succeededAt(Instant moment, Rotation rotation) {
    return with(period.continuedFrom(moment, rotation.expiresAt()));
  }

  /** The same settings, switched off. */
  public KeySettings disabled() {
    return new KeySettings(name, KeyStatus.DISABLED, grant, allowedAddresses, rateLimit, period);
  }

  /** The same settings for another period. */
  KeySettings with(Period other) {
    return new KeySettings(name, status, grant, allowedAddresses, rateLimit, other);
  }

  /** A key of that name with what a key gets when nothing else is named. */
  public static KeySettings named(Name name) {
    return new KeySettings(name, KeyStatus.ACTIVE, Grant.BY_DEFAULT, List.of(), Optional.empty(), Period.ALWAYS);
  }
}
