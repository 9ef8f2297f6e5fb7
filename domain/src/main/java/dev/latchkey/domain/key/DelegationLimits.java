package dev.latchkey.domain.key;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rights that a key can pass on. Every key that it creates, changes, rotates or deletes stays within these limits.
 */
public record DelegationLimits(
    Environment environment,
    Grant grant,
    List<AddressRange> allowedAddresses,
    Optional<RateLimit> rateLimit,
    Period period) {

  /** One kind of limit. */
  public enum Dimension {
    PERMISSIONS("permissions"),
    CAMPAIGN_ACCESS("campaign access"),
    ADDRESSES("addresses"),
    VALIDITY_PERIOD("validity period"),
    ENVIRONMENT("environment"),
    RATE_LIMIT("rate limit");

    private final String words;

    Dimension(String words) {
      this.words = words;
    }

    /** Returns the name of the dimension in the API's contract. */
    public String words() {
      return words;
    }
  }

  public DelegationLimits {
    allowedAddresses = List.copyOf(allowedAddresses);
  }

  /** Returns the limits of a key. */
  public static DelegationLimits of(ApiKey key) {
    KeySettings own = key.settings();
    return new DelegationLimits(
        key.environment(), own.grant(), own.allowedAddresses(), own.rateLimit(), own.period());
  }

  /**
   * Returns the dimensions in which a key with these settings would exceed the limits.
   *
   * @param at the time of the call; validity before it is ignored
   * @return empty if the key stays within all limits
   */
  public Set<Dimension> exceededBy(Environment other, KeySettings settings, Instant at) {
    Set<Dimension> exceeded = EnumSet.noneOf(Dimension.class);
    if (!grant.permissions().containsAll(settings.grant().permissions())) {
      exceeded.add(Dimension.PERMISSIONS);
    }
    if (!grant.campaignAccess().covers(settings.grant().campaignAccess())) {
      exceeded.add(Dimension.CAMPAIGN_ACCESS);
    }
    if (!covers(settings.allowedAddresses())) {
      exceeded.add(Dimension.ADDRESSES);
    }
    if (!period.covers(settings.period(), at)) {
      exceeded.add(Dimension.VALIDITY_PERIOD);
    }
    if (!environment.covers(other)) {
      exceeded.add(Dimension.ENVIRONMENT);
    }
    if (!covers(settings.rateLimit())) {
      exceeded.add(Dimension.RATE_LIMIT);
    }
    return Collections.unmodifiableSet(exceeded);
  }

  /** An empty list means any address, which only an empty list covers. */
  private boolean covers(List<AddressRange> others) {
    return allowedAddresses.isEmpty()
        || (!others.isEmpty() && others.stream().allMatch(range -> range.isWithin(allowedAddresses)));
  }

  private boolean covers(Optional<RateLimit> other) {
    return rateLimit.isEmpty() || (other.isPresent() && rateLimit.get().covers(other.get()));
  }
}
