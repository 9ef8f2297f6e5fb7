package dev.latchkey.domain.key;

import dev.latchkey.domain.Fault;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.grant.Grant;
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

  public KeySettings {
    allowedAddresses = List.copyOf(allowedAddresses);
  }

  /** What does not fit together. */
  public List<Fault> faults() {
    return period.holdsAMoment()
        ? List.of()
        : List.of(new Fault("expires_at", "not_after_start", "The key would end before it begins."));
  }

  /**
   * Whether changing these settings to others may give the key's holder more than before. Renaming and disabling do
   * not.
   */
  public boolean mayGiveMore(KeySettings after) {
    boolean enabled = status == KeyStatus.DISABLED && after.status == KeyStatus.ACTIVE;
    boolean sameRights = grant.equals(after.grant)
        && allowedAddresses.equals(after.allowedAddresses)
        && rateLimit.equals(after.rateLimit)
        && period.equals(after.period);
    return enabled || !sameRights;
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
