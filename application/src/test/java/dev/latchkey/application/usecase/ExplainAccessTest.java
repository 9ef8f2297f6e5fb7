package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Explaining and verifying, on a key with an allow list, a rate limit, an expiry and a rule on a type of campaign. */
class ExplainAccessTest {

  private static final RateLimit TWICE_A_MINUTE = new RateLimit(2, Duration.ofMinutes(1));
  private static final Instant CLOSING = Shop.OPENING.plusSeconds(3600);
  private static final CampaignRule READ_INBOUND = new CampaignRule(
      Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND));

  private final Shop shop = new Shop();
  private final Issued issued = shop.issue(shop.scope(), new KeySettings(
      new Name("Till"),
      KeySettings.named(new Name("Till")).status(),
      new Grant(Set.of(Permission.LEADS_READ), new CampaignAccess(List.of(READ_INBOUND))),
      AddressRange.of("192.0.2.0/24").stream().toList(),
      Optional.of(TWICE_A_MINUTE),
      new Period(Optional.empty(), Optional.of(CLOSING))));
  private final CampaignId hotline = shop.campaign(shop.tenant, CampaignType.INBOUND).id();
  private final CampaignId sales = shop.campaign(shop.tenant, CampaignType.OUTBOUND).id();

  @Test
  void aGrantIsExplainedStepByStep() {
    Explanation explained = explain(
        suppose(Permission.LEADS_READ, Optional.of(hotline), Shop.OFFICE, Optional.empty()));

    assertThat(explained.refusal()).isEmpty();
    assertThat(explained.steps()).extracting(CheckResult::question)
        .containsExactly(
            "key_enabled",
            "key_in_force",
            "tenant_active",
            "address_allowed",
            "rate_within_limit",
            "permission_held",
            "tenant_named",
            "campaign_in_reach",
            "campaign_exists");
    assertThat(explained.steps()).allMatch(CheckResult::passed);
    assertThat(explained.steps().get(7).rule()).contains(READ_INBOUND);
  }

  @Test
  void aRefusalIsExplainedUpToTheStepThatDecides() {
    Explanation explained = explain(
        suppose(Permission.LEADS_READ, Optional.of(hotline), AddressRange.address("198.51.100.1"), Optional.empty()));

    Refusal notAllowed = new Refusal.AddressNotAllowed(AddressRange.address("198.51.100.1"));
    assertThat(explained.refusal()).contains(notAllowed);
    assertThat(explained.steps()).extracting(CheckResult::passed).containsExactly(true, true, true, false);
    assertThat(explained.steps().getLast().outcome()).isEqualTo(notAllowed);
  }

  @Test
  void campaignThatIsNotGrantedIsExplainedAlikeWhetherItExistsOrNot() {
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());
    CampaignId theirs = shop.campaign(other, CampaignType.INBOUND).id();
    Refusal denied = new Refusal.CampaignAccessDenied(Optional.empty());

    assertThat(reading(sales).refusal()).contains(denied);
    assertThat(reading(theirs).refusal()).contains(denied);
    assertThat(reading(theirs)).isEqualTo(reading(CampaignId.UNKNOWN));
  }

  @Test
  void aMomentThatIsSupposedIsTheOneThatCounts() {
    Supposition later = suppose(Permission.LEADS_READ, Optional.empty(), Shop.OFFICE, Optional.of(CLOSING));
    Supposition now = suppose(Permission.LEADS_READ, Optional.empty(), Shop.OFFICE, Optional.empty());

    assertThat(explain(later).refusal()).contains(new Refusal.KeyExpired());
    assertThat(explain(now).refusal()).isEmpty();
    shop.clock.set(CLOSING);
    assertThat(explain(now).refusal()).contains(new Refusal.KeyExpired());
  }

  @Test
  void explainingCountsNothingAndForeseesWhatCountingWouldGive() {
    Supposition reading = suppose(Permission.LEADS_READ, Optional.empty(), Shop.OFFICE, Optional.empty());
    for (int i = 0; i < 5; i++) {
      assertThat(explain(reading).refusal()).isEmpty();
    }
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);

    Refusal limited = new Refusal.RateLimited(TWICE_A_MINUTE, Duration.ofSeconds(30));
    assertThat(explain(reading).refusal()).contains(limited);
    assertThat(shop.use(issued.plain())).isEqualTo(limited);

    shop.clock.advance(Duration.ofSeconds(30));
    assertThat(explain(reading).refusal()).isEmpty();
  }

  @Test
  void nothingIsExplainedOfAnUnknownKeyOrThatOfAnotherTenant() {
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());
    Supposition reading = suppose(Permission.LEADS_READ, Optional.empty(), Shop.OFFICE, Optional.empty());
    Supposition unknown = new Supposition(
        new KeyId(1), Permission.LEADS_READ, Optional.empty(), Shop.OFFICE, Optional.empty());

    assertThat(shop.access.explain(shop.operator.enter(other), reading)).isEmpty();
    assertThat(shop.access.explain(shop.scope(), unknown)).isEmpty();
  }

  @Test
  void nothingIsExplainedWhileTheStoreCannotBeReached() {
    shop.store.cutOff();

    assertThatThrownBy(() -> reading(hotline)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aKeyIsVerifiedAndTheRequestCounts() {
    StoredKey unused = stored();
    StoredKey used = new StoredKey(unused.key().usedAt(shop.clock.now()), unused.tenant());
    assertThat(unused.key().lastUsedAt()).isEmpty();
    assertThat(verify(Optional.empty(), Optional.empty())).isEqualTo(new Verification.Valid(used, Duration.ZERO));
    assertThat(verify(Optional.of(Permission.LEADS_READ), Optional.of(hotline)))
        .isEqualTo(new Verification.Valid(used, Duration.ZERO));
    assertThat(verify(Optional.empty(), Optional.empty()))
        .isEqualTo(new Verification.Invalid(new Refusal.RateLimited(TWICE_A_MINUTE, Duration.ofSeconds(30))));
  }

  @Test
  void aKeyIsInvalidForWhatItMayNotDo() {
    assertThat(verify(Optional.of(Permission.LEADS_WRITE), Optional.empty()))
        .isEqualTo(new Verification.Invalid(new Refusal.PermissionMissing(Permission.LEADS_WRITE)));
    assertThat(verify(Optional.of(Permission.LEADS_READ), Optional.of(sales)))
        .isEqualTo(new Verification.Invalid(new Refusal.CampaignAccessDenied(Optional.empty())));
  }

  @Test
  void aTextThatIsNoKeyIsInvalid() {
    assertThat(
        shop.access.verify(
            shop.operator, new PresentedKey("sesame"), Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOfSatisfying(
            Verification.Invalid.class,
            invalid -> assertThat(invalid.refusal().code()).isEqualTo("key_malformed"));
  }

  @Test
  void anAnswerMayBeReusedForASecondUnlessTheKeyHasARateLimitOrEnds() {
    Issued plain = shop.issue("Plain");
    KeySettings ending = plain.key().settings();
    Issued ends = shop.issue(shop.scope(), new KeySettings(
        ending.name(), ending.status(), ending.grant(), ending.allowedAddresses(), ending.rateLimit(),
        new Period(Optional.empty(), Optional.of(shop.clock.now().plusSeconds(1)))));

    assertThat(reusableFor(plain)).isEqualTo(Duration.ofSeconds(1));
    assertThat(reusableFor(ends)).isEqualTo(Duration.ZERO);
    assertThat(reusableFor(issued)).isEqualTo(Duration.ZERO);
  }

  private Duration reusableFor(Issued key) {
    return switch (shop.access.verify(
        shop.operator, new PresentedKey(key.plain().reveal()), Optional.empty(), Optional.empty(), Shop.OFFICE)) {
      case Verification.Valid(StoredKey _, Duration reusableFor) -> reusableFor;
      case Verification.Invalid(Refusal refusal) -> throw new AssertionError(refusal.code());
    };
  }

  @Test
  void withoutACampaignTheExplanationDependsOnIt() {
    assertThat(explain(suppose(Permission.LEADS_READ, Optional.empty(), Shop.OFFICE, Optional.empty())).decision())
        .isEqualTo(new Explanation.DependsOnCampaign(List.of(READ_INBOUND)));
  }

  @Test
  void aRefusedRequestIsExplainedAsTheKeyThatSentIt() {
    RefusedRequest refused = new RefusedRequest(
        "request-1", issued.key().id(), "campaign_access_denied", Optional.empty(), Optional.of(Permission.LEADS_READ),
        Optional.of(sales), Shop.OFFICE, shop.clock.now());

    assertThat(shop.access.explain(shop.scope(), refused)).contains(reading(sales));
  }

  @Test
  void aRefusedRequestThatWasAboutNoCampaignDependsOnNone() {
    RefusedRequest refused = new RefusedRequest(
        "request-1", issued.key().id(), "key_disabled", Optional.empty(), Optional.of(Permission.LEADS_READ),
        Optional.empty(),
        Shop.OFFICE, shop.clock.now());

    assertThat(shop.access.explain(shop.scope(), refused).map(Explanation::decision))
        .contains(new Explanation.Granted());
  }

  @Test
  void nothingIsExplainedOfARequestOfAnotherTenantsOrADeletedKey() {
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());
    RefusedRequest refused = new RefusedRequest(
        "request-1", issued.key().id(), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(),
        Shop.OFFICE,
        shop.clock.now());

    assertThat(shop.access.explain(shop.operator.enter(other), refused)).isEmpty();
    shop.keys.delete(shop.scope(), issued.key().id(), OptionalLong.empty());
    assertThat(shop.access.explain(shop.scope(), refused)).isEmpty();
  }

  private StoredKey stored() {
    return shop.store.credentials().find(issued.key().id()).orElseThrow();
  }

  private Verification verify(Optional<Permission> permission, Optional<CampaignId> campaign) {
    PresentedKey presented = new PresentedKey(issued.plain().reveal());
    return shop.access.verify(shop.operator, presented, permission, campaign, Shop.OFFICE);
  }

  private Explanation reading(CampaignId campaign) {
    return explain(suppose(Permission.LEADS_READ, Optional.of(campaign), Shop.OFFICE, Optional.empty()));
  }

  private Explanation explain(Supposition supposition) {
    return shop.access.explain(shop.scope(), supposition).orElseThrow();
  }

  private Supposition suppose(
      Permission permission, Optional<CampaignId> campaign, Optional<InetAddress> address, Optional<Instant> at) {
    return new Supposition(issued.key().id(), permission, campaign, address, at);
  }
}
