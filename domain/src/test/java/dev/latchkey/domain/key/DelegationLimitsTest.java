package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DelegationLimitsTest {

  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant TONIGHT = Instant.parse("2026-03-14T23:00:00Z");
  private static final CampaignAccess READ_ALL = new CampaignAccess(
      List.of(new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.All())));
  private static final KeySettings OWN = new KeySettings(
      new Name("Own"),
      KeyStatus.ACTIVE,
      new Grant(Set.of(Permission.API_KEYS_WRITE, Permission.LEADS_READ), READ_ALL),
      ranges("192.0.2.0/24", "2001:db8::/32"),
      limit(20, 3600),
      new Period(Optional.empty(), Optional.of(TONIGHT)));
  private static final PlainKey PLAIN = new PlainKey(Environment.STAGING, new KeyId(1), KeySecret.drawn(_ -> 7));
  private static final DelegationLimits LIMITS = DelegationLimits.of(
      ApiKey.made(PLAIN, new Seal("v1", new byte[32]), new TenantId(1), OWN, new Actor.Operator(), NOW));

  @Test
  void aKeyMayHandOnEverythingThatItHas() {
    assertThat(LIMITS.exceededBy(Environment.STAGING, OWN, NOW)).isEmpty();
    assertThat(LIMITS.exceededBy(Environment.DEV, OWN, NOW)).isEmpty();
  }

  @Test
  void theLimitsOfAKeyAreItsOwnRights() {
    ApiKey key = ApiKey.made(
        PLAIN, new Seal("v1", new byte[32]), new TenantId(1), OWN, new Actor.Operator(), NOW);

    assertThat(DelegationLimits.of(key)).isEqualTo(
        new DelegationLimits(
            Environment.STAGING, OWN.grant(), OWN.allowedAddresses(), OWN.rateLimit(), OWN.period()));
  }

  @Test
  void aHigherEnvironmentExceeds() {
    assertThat(LIMITS.exceededBy(Environment.LIVE, OWN, NOW)).containsExactly(Dimension.ENVIRONMENT);
  }

  @Test
  void aKeyWithNothingSaidExceedsEveryDimension() {
    KeySettings unbounded = KeySettings.named(new Name("Unbounded"));

    assertThat(LIMITS.exceededBy(Environment.LIVE, unbounded, NOW)).containsExactlyInAnyOrder(Dimension.values());
  }

  @Test
  void permissionsAndCampaignAccessAreTwoDimensions() {
    assertThat(exceeded(granting(Set.of(Permission.LEADS_READ), CampaignAccess.NONE))).isEmpty();
    assertThat(exceeded(granting(Set.of(Permission.LEADS_WRITE), READ_ALL))).containsExactly(Dimension.PERMISSIONS);
    assertThat(exceeded(granting(Set.of(), CampaignAccess.EVERYWHERE))).containsExactly(Dimension.CAMPAIGN_ACCESS);
  }

  @Test
  void addressesStayWithinOnesOwnAndNoneMeansAny() {
    assertThat(exceeded(from("192.0.2.7"))).isEmpty();
    assertThat(exceeded(from("192.0.2.0/25", "192.0.2.128/25", "2001:db8:1::/48"))).isEmpty();
    assertThat(exceeded(from())).containsExactly(Dimension.ADDRESSES);
    assertThat(exceeded(from("192.0.2.7", "192.0.3.0"))).containsExactly(Dimension.ADDRESSES);
    assertThat(exceeded(from("192.0.0.0/16"))).containsExactly(Dimension.ADDRESSES);
  }

  @Test
  void aKeyFromAnywhereHandsOnAnyAddress() {
    DelegationLimits anywhere = new DelegationLimits(
        Environment.LIVE, OWN.grant(), List.of(), OWN.rateLimit(), OWN.period());

    assertThat(anywhere.exceededBy(Environment.LIVE, from(), NOW)).isEmpty();
    assertThat(anywhere.exceededBy(Environment.LIVE, from("203.0.113.9"), NOW)).isEmpty();
  }

  @Test
  void theValidityPeriodEndsNoLater() {
    assertThat(exceeded(ending(Optional.of(TONIGHT.minusSeconds(1))))).isEmpty();
    assertThat(exceeded(ending(Optional.of(TONIGHT.plusNanos(1_000))))).containsExactly(Dimension.VALIDITY_PERIOD);
    assertThat(exceeded(ending(Optional.empty()))).containsExactly(Dimension.VALIDITY_PERIOD);
  }

  @Test
  void aRateLimitHasNoMoreRequestsAndNoHigherRate() {
    assertThat(exceeded(limited(limit(20, 3600)))).isEmpty();
    assertThat(exceeded(limited(limit(20, 86_400)))).isEmpty();
    assertThat(exceeded(limited(limit(1, 180)))).isEmpty();
    assertThat(exceeded(limited(limit(1, 179)))).containsExactly(Dimension.RATE_LIMIT);
    assertThat(exceeded(limited(limit(21, 86_400)))).containsExactly(Dimension.RATE_LIMIT);
    assertThat(exceeded(limited(limit(20, 3599)))).containsExactly(Dimension.RATE_LIMIT);
    assertThat(exceeded(limited(Optional.empty()))).containsExactly(Dimension.RATE_LIMIT);
  }

  @Test
  void theLargestLimitsAreComparedWithoutOverflow() {
    DelegationLimits large = new DelegationLimits(
        Environment.LIVE, OWN.grant(), List.of(), limit(Integer.MAX_VALUE, 86_400), OWN.period());

    assertThat(large.exceededBy(Environment.LIVE, limited(limit(Integer.MAX_VALUE, 86_399)), NOW))
        .containsExactly(Dimension.RATE_LIMIT);
    assertThat(large.exceededBy(Environment.LIVE, limited(limit(Integer.MAX_VALUE, 86_400)), NOW)).isEmpty();
  }

  @Test
  void everyEnvironmentCoversItselfAndTheLowerOnes() {
    assertThat(Stream.of(Environment.values()).filter(Environment.LIVE::covers)).hasSize(3);
    assertThat(Stream.of(Environment.values()).filter(Environment.STAGING::covers))
        .containsExactlyInAnyOrder(Environment.STAGING, Environment.DEV);
    assertThat(Stream.of(Environment.values()).filter(Environment.DEV::covers)).containsExactly(Environment.DEV);
  }

  @Test
  void everyDimensionHasTheContractsName() {
    assertThat(Stream.of(Dimension.values()).map(Dimension::words)).containsExactly(
        "permissions", "campaign access", "addresses", "validity period", "environment", "rate limit");
  }

  private static Set<Dimension> exceeded(KeySettings settings) {
    return LIMITS.exceededBy(Environment.STAGING, settings, NOW);
  }

  private static KeySettings granting(Set<Permission> permissions, CampaignAccess access) {
    return settings(new Grant(permissions, access), OWN.allowedAddresses(), OWN.rateLimit(), OWN.period());
  }

  private static KeySettings from(String... ranges) {
    return settings(OWN.grant(), ranges(ranges), OWN.rateLimit(), OWN.period());
  }

  private static KeySettings limited(Optional<RateLimit> limit) {
    return settings(OWN.grant(), OWN.allowedAddresses(), limit, OWN.period());
  }

  private static KeySettings ending(Optional<Instant> end) {
    return settings(OWN.grant(), OWN.allowedAddresses(), OWN.rateLimit(), new Period(Optional.empty(), end));
  }

  private static KeySettings settings(
      Grant grant, List<AddressRange> addresses, Optional<RateLimit> limit, Period period) {
    return new KeySettings(OWN.name(), OWN.status(), grant, addresses, limit, period);
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(text -> AddressRange.of(text).orElseThrow()).toList();
  }

  private static Optional<RateLimit> limit(int requests, int seconds) {
    return Optional.of(new RateLimit(requests, Duration.ofSeconds(seconds)));
  }
}
