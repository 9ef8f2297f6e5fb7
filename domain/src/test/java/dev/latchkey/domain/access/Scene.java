package dev.latchkey.domain.access;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A request that everything is right about, to be spoilt in one respect after the other. */
final class Scene {

  static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
  static final TenantId TENANT = new TenantId(10);
  static final InetAddress ADDRESS = AddressRange.address("192.0.2.7").orElseThrow();

  private static final Schedule WORKDAYS = new Schedule(
      Optional.of(LocalDate.of(2026, 4, 1)),
      Optional.empty(),
      Optional.of(new TimeZoneName("UTC")),
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
      Optional.of(LocalTime.of(9, 0)),
      Optional.of(LocalTime.of(17, 0)),
      OptionalInt.of(3),
      OptionalInt.of(1),
      OptionalInt.of(30));

  static final RateLimit LIMIT = new RateLimit(5, Duration.ofMinutes(1));

  final PlainKey plain = new PlainKey(Environment.LIVE, new KeyId(20), KeySecret.drawn(_ -> 7));
  PlainKey presented = plain;
  boolean known = true;
  Environment storedEnvironment = Environment.LIVE;
  KeyStatus status = KeyStatus.ACTIVE;
  Period period = new Period(Optional.of(NOW.minusSeconds(60)), Optional.of(NOW.plusSeconds(60)));
  TenantStatus standing = TenantStatus.ACTIVE;
  List<AddressRange> allowedAddresses = AddressRange.of("192.0.2.0/24").stream().toList();
  Optional<InetAddress> address = Optional.of(ADDRESS);
  Set<Permission> permissions = Set.of(Permission.LEADS_READ);
  Optional<Permission> needed = Optional.of(Permission.LEADS_READ);
  CampaignAccess access = CampaignAccess.EVERYWHERE;
  Optional<RateLimit> rateLimit = Optional.of(LIMIT);
  RateVerdict rate = new RateVerdict.Within(4, Duration.ofSeconds(12));

  AccessDecision check() {
    return switch (prove()) {
      case Refusal refusal -> refusal;
      case KeyProof.ProvenKey proven -> AccessPolicy.admit(proven, proven.rateLimit().map(_ -> rate));
    };
  }

  KeyProof prove() {
    Optional<StoredKey> found = known && presented.id().equals(plain.id())
        ? Optional.of(credential())
        : Optional.empty();
    boolean secretMatches = Arrays.equals(presented.secret().reveal(), plain.secret().reveal());
    return AccessPolicy.prove(presented, found, secretMatches, request());
  }

  AccessRequest request() {
    return new AccessRequest(needed, address, NOW);
  }

  /** The caller that is let in; whatever would keep one out is a mistake of the test. */
  Caller caller() {
    return switch (check()) {
      case Caller caller -> caller;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  StoredKey credential() {
    KeySettings settings = new KeySettings(
        new Name("Till"),
        status,
        new Grant(permissions, access),
        allowedAddresses,
        rateLimit,
        period);
    PlainKey stored = new PlainKey(storedEnvironment, plain.id(), plain.secret());
    ApiKey key = ApiKey.made(
        stored,
        new Seal("v1", plain.secret().reveal()),
        TENANT,
        settings,
        new Actor.Operator(),
        NOW.minusSeconds(3600));
    return new StoredKey(key, new Tenant(TENANT, new Name("Shop"), standing, NOW, 1));
  }

  static Campaign campaign(CampaignId id, TenantId tenant) {
    return campaign(id, tenant, CampaignType.INBOUND);
  }

  static Campaign campaign(CampaignId id, TenantId tenant, CampaignType type) {
    CampaignPlan plan = new CampaignPlan(
        new Name("Hotline"),
        type,
        new Dialing("a", "p", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
        type == CampaignType.INBOUND ? Schedule.EMPTY : WORKDAYS,
        false,
        Optional.empty());
    return Campaign.drafted(id, tenant, plan, NOW);
  }
}
