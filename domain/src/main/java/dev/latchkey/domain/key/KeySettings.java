package dev.latchkey.domain.key;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a key that can be changed after its creation.
 *
 * @param allowedAddresses the addresses that requests may come from; empty for any address
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

  /** Returns the faults of these settings for a key that is created at that moment. */
  public List<Violation> faultsWhenMadeAt(Instant moment) {
    return period.isOverAt(moment)
        ? List.of(new Violation(EXPIRES_AT, "in_the_past", "Must be in the future."))
        : faults();
  }

  /** Returns the faults of these settings after a change. Unchanged settings are not validated again. */
  public List<Violation> faultsAfter(KeySettings before) {
    if (period.equals(before.period) || period.holdsAMoment()) {
      return List.of();
    }
    boolean onlyStartIsNew = period.expiresAt().equals(before.period.expiresAt());
    return onlyStartIsNew
        ? List.of(new Violation("not_before", "not_before_end", "Must be before expires_at."))
        : faults();
  }

  /** Returns the faults of these settings on their own. */
  public List<Violation> faults() {
    return period.holdsAMoment()
        ? List.of()
        : List.of(new Violation(EXPIRES_AT, "not_after_start", "Must be after not_before."));
  }

  /** Returns the state at a moment, in the order of the access decision. */
  public KeyState stateAt(Instant moment) {
    if (status == KeyStatus.DISABLED) {
      return KeyState.DISABLED;
    }
    if (period.startsAfter(moment)) {
      return KeyState.NOT_YET_VALID;
    }
    return period.isOverAt(moment) ? KeyState.EXPIRED : KeyState.IN_FORCE;
  }

  /** Returns the settings of a key that replaces this one at that moment. */
  public KeySettings succeededAt(Instant moment, Rotation rotation) {
    return with(period.continuedFrom(moment, rotation.expiresAt()));
  }

  /** Returns these settings with the status {@code DISABLED}. */
  public KeySettings disabled() {
    return new KeySettings(name, KeyStatus.DISABLED, grant, allowedAddresses, rateLimit, period);
  }

  /** Returns these settings with another period. */
  KeySettings with(Period other) {
    return new KeySettings(name, status, grant, allowedAddresses, rateLimit, other);
  }

  /** Returns the default settings of a key with that name. */
  public static KeySettings named(Name name) {
    return new KeySettings(name, KeyStatus.ACTIVE, Grant.BY_DEFAULT, List.of(), Optional.empty(), Period.ALWAYS);
  }
}
