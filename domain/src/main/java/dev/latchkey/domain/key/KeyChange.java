package dev.latchkey.domain.key;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A partial update of a key. Fields that it does not name keep their values. */
public record KeyChange(
    FieldUpdate<Name> name,
    FieldUpdate<KeyStatus> status,
    FieldUpdate<Set<Permission>> permissions,
    FieldUpdate<CampaignAccess> campaignAccess,
    FieldUpdate<List<AddressRange>> allowedAddresses,
    FieldUpdate<Optional<RateLimit>> rateLimit,
    FieldUpdate<Optional<Instant>> notBefore,
    FieldUpdate<Optional<Instant>> expiresAt) {

  public static KeyChange renamed(Name name) {
    return new KeyChange(
        FieldUpdate.to(name), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep());
  }

  public static KeyChange switched(KeyStatus status) {
    return new KeyChange(
        FieldUpdate.keep(), FieldUpdate.to(status), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep());
  }

  public KeySettings of(KeySettings current) {
    Grant grant = current.grant();
    Period period = current.period();
    return new KeySettings(
        name.of(current.name()),
        status.of(current.status()),
        new Grant(permissions.of(grant.permissions()), campaignAccess.of(grant.campaignAccess())),
        allowedAddresses.of(current.allowedAddresses()),
        rateLimit.of(current.rateLimit()),
        new Period(notBefore.of(period.notBefore()), expiresAt.of(period.expiresAt())));
  }

  /** Returns the API names of the fields that the change names. */
  public List<String> fields() {
    SequencedMap<String, FieldUpdate<?>> all = new LinkedHashMap<>();
    all.put("name", name);
    all.put("status", status);
    all.put("permissions", permissions);
    all.put("campaign_access", campaignAccess);
    all.put("allowed_addresses", allowedAddresses);
    all.put("rate_limit", rateLimit);
    all.put("not_before", notBefore);
    all.put("expires_at", expiresAt);
    all.values().removeIf(edit -> edit instanceof FieldUpdate.Keep<?>);
    return List.copyOf(all.sequencedKeySet());
  }
}
