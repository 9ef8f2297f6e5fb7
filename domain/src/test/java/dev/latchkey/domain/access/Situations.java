package dev.latchkey.domain.access;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.grant.RuleArbitraries;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.TenantClaim;
import dev.latchkey.domain.tenant.TenantStatus;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Situations in which every step refuses now and then, and none so often that the later ones are never reached. */
class Situations extends DomainContextBase {

  private static final TenantId ANOTHER_TENANT = new TenantId(11);
  private static final Permission[] ON_CAMPAIGNS = {
      Permission.LEADS_READ, Permission.LEADS_WRITE, Permission.CAMPAIGNS_READ, Permission.CAMPAIGNS_WRITE};

  @Provide
  Arbitrary<Situation> situations() {
    return Builders
        .withBuilder(Situation::new)
        .use(mostly(true, false)).inSetter((s, known) -> s.scene.known = known)
        .use(presented()).inSetter((s, presented) -> s.scene.presented = presented)
        .use(mostly(Environment.LIVE, Environment.DEV)).inSetter((s, stored) -> s.scene.storedEnvironment = stored)
        .use(mostly(KeyStatus.ACTIVE, KeyStatus.DISABLED)).inSetter((s, status) -> s.scene.status = status)
        .use(periods()).inSetter((s, period) -> s.scene.period = period)
        .use(mostly(TenantStatus.ACTIVE, TenantStatus.SUSPENDED)).inSetter((s, standing) -> s.scene.standing = standing)
        .use(ranges()).inSetter((s, ranges) -> s.scene.allowedAddresses = ranges)
        .use(addresses().optional(0.9)).inSetter((s, address) -> s.scene.address = address)
        .use(Arbitraries.of(true, false)).inSetter((s, limited) -> s.scene.rateLimit = limited
            ? Optional.of(Scene.LIMIT)
            : Optional.empty())
        .use(rates()).inSetter((s, rate) -> s.scene.rate = rate)
        .use(permissions()).inSetter((s, permissions) -> s.scene.permissions = permissions)
        .use(Arbitraries.of(ON_CAMPAIGNS).optional()).inSetter((s, needed) -> s.scene.needed = needed)
        .use(Arbitraries.of(ON_CAMPAIGNS)).inSetter((s, entering) -> s.entering = entering)
        .use(claims()).inSetter((s, claim) -> s.claim = claim)
        .use(RuleArbitraries.mostlyAllowing()).inSetter((s, rules) -> s.scene.access = new CampaignAccess(rules))
        .use(RuleArbitraries.ids()).inSetter((s, id) -> s.campaign = id)
        .use(finds()).inSetter((s, find) -> s.found = find.under(s.campaign))
        .build();
  }

  /** Whose campaign stands under the id, and of which type. */
  private record Find(Optional<TenantId> owner, CampaignType type) {

    Optional<Campaign> under(CampaignId id) {
      return owner.map(tenant -> Scene.campaign(id, tenant, type));
    }
  }

  private static <T> Arbitrary<T> mostly(T right, T wrong) {
    return Arbitraries.frequency(Tuple.of(12, right), Tuple.of(1, wrong));
  }

  private static Arbitrary<PlainKey> presented() {
    PlainKey right = new Scene().plain;
    return Arbitraries.frequency(
        Tuple.of(30, right),
        Tuple.of(1, new PlainKey(Environment.LIVE, right.id(), KeySecret.drawn(_ -> 8))),
        Tuple.of(1, new PlainKey(Environment.LIVE, new KeyId(21), right.secret())),
        Tuple.of(1, new PlainKey(Environment.STAGING, right.id(), right.secret())));
  }

  private static Arbitrary<Period> periods() {
    Arbitrary<Optional<Instant>> begins = offsets(-9, 1).optional(0.6);
    Arbitrary<Optional<Instant>> ends = offsets(-1, 9).optional(0.6);
    return Combinators.combine(begins, ends).as(Period::new);
  }

  private static Arbitrary<Instant> offsets(long from, long to) {
    return Arbitraries.longs().between(from, to).map(offset -> Scene.NOW.plusNanos(offset * 1_000));
  }

  private static Arbitrary<List<AddressRange>> ranges() {
    Arbitrary<AddressRange> ranges = Combinators
        .combine(addresses(), Arbitraries.integers().between(0, 4))
        .as((address, open) -> new AddressRange(address, address.getAddress().length * 8 - open));
    return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(List.of())), Tuple.of(3, ranges.list().ofMaxSize(4)));
  }

  private static Arbitrary<InetAddress> addresses() {
    return Arbitraries
        .integers()
        .between(0, 7)
        .flatMap(last -> Arbitraries.of("192.0.2." + last, "2001:db8::" + last, "::ffff:192.0.2." + last))
        .map(text -> AddressRange.address(text).orElseThrow());
  }

  private static Arbitrary<RateVerdict> rates() {
    return mostly(
        new RateVerdict.Within(3, Duration.ofSeconds(24)), new RateVerdict.Exceeded(Duration.ofSeconds(12)));
  }

  private static Arbitrary<Set<Permission>> permissions() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(Permission.class).set()), Tuple.of(3, Arbitraries.just(Set.of(ON_CAMPAIGNS))));
  }

  private static Arbitrary<TenantClaim> claims() {
    return Arbitraries.frequency(
        Tuple.of(8, new TenantClaim.Absent()),
        Tuple.of(8, new TenantClaim.Named(Scene.TENANT)),
        Tuple.of(1, new TenantClaim.Named(ANOTHER_TENANT)),
        Tuple.of(1, new TenantClaim.Unreadable()),
        Tuple.of(1, new TenantClaim.Omitted()));
  }

  private static Arbitrary<Find> finds() {
    Arbitrary<Optional<TenantId>> owners = Arbitraries.frequency(
        Tuple.of(4, Optional.of(Scene.TENANT)),
        Tuple.of(1, Optional.of(ANOTHER_TENANT)),
        Tuple.of(1, Optional.empty()));
    return Combinators.combine(owners, Arbitraries.of(CampaignType.class)).as(Find::new);
  }
}
