package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.TenantClaim;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckAccessTest {

  private static final TenantClaim UNSAID = new TenantClaim.Absent();

  private final Shop shop = new Shop();
  private final PlainKey key = shop.issue("Till").plain();

  @Test
  void aKeyWithThePermissionIsLetIn() {
    assertThat(shop.access.check(Shop.bearer(key.reveal()), Optional.of(Permission.LEADS_WRITE), Shop.OFFICE))
        .isInstanceOfSatisfying(
            Caller.class, caller -> assertThat(caller.credential().tenant()).isEqualTo(shop.tenant));
  }

  @Test
  void aKeyWithoutThePermissionIsRefused() {
    assertThat(shop.access.check(Shop.bearer(key.reveal()), Optional.of(Permission.AUDIT_READ), Shop.OFFICE))
        .isEqualTo(new Refusal.PermissionMissing(Permission.AUDIT_READ));
  }

  @Test
  void aSecretThatIsNotTheKeysIsRefused() {
    PlainKey forged = new PlainKey(key.environment(), key.id(), shop.mint.secret());

    assertThat(shop.use(forged)).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void aKeyThatIsNotOfOurFormatIsRefusedWithoutAnyLookUp() {
    shop.store.cutOff();

    assertThat(shop.access.check(Shop.bearer("lk_live_1"), Optional.empty(), Shop.OFFICE))
        .isEqualTo(new Refusal.KeyMalformed(KeyFault.CUT_SHORT));
    assertThat(shop.access.check(new PresentedCredentials.Missing(), Optional.empty(), Shop.OFFICE))
        .isEqualTo(new Refusal.CredentialsMissing());
  }

  @Test
  void whatIsRememberedDecidesAtOnceAsCheckingWould() {
    PlainKey forged = new PlainKey(key.environment(), key.id(), shop.mint.secret());

    assertThat(atOnce(key.reveal())).get().isInstanceOf(Caller.class);
    assertThat(atOnce(forged.reveal())).contains(new Refusal.KeyInvalid());
  }

  @Test
  void whatTakesALookUpIsNotDecidedAtOnce() {
    shop.store.cutOff();

    assertThat(atOnce(key.reveal())).isEmpty();
    assertThat(atOnce("lk_live_1")).contains(new Refusal.KeyMalformed(KeyFault.CUT_SHORT));
  }

  @Test
  void whatCannotBeCountedAtOnceIsNotDecidedAtOnceAndNotCounted() {
    RateLimit once = new RateLimit(1, Duration.ofMinutes(1));
    PlainKey limited = shop.issue(shop.scope(), limited(once)).plain();
    shop.rates.moveAway();

    assertThat(atOnce(limited.reveal())).isEmpty();
    assertThat(shop.use(limited)).isInstanceOf(Caller.class);
    assertThat(shop.use(limited)).isInstanceOf(Refusal.RateLimited.class);
  }

  private Optional<AccessDecision> atOnce(String presented) {
    return shop.access.checkAtOnce(Shop.bearer(presented), Optional.empty(), Shop.OFFICE);
  }

  private static KeySettings limited(RateLimit limit) {
    KeySettings plain = KeySettings.named(new Name("Till"));
    return new KeySettings(
        plain.name(),
        plain.status(),
        plain.grant(),
        plain.allowedAddresses(),
        Optional.of(limit),
        plain.period());
  }

  @Test
  void whileTheStoreCannotBeReachedNothingIsGrantedAndNoKeyIsCalledInvalid() {
    Caller caller = shop.caller(key);
    shop.store.cutOff();

    assertThatThrownBy(() -> shop.use(key)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> shop.access.enter(caller, new CampaignId(1), Permission.LEADS_READ, UNSAID))
        .isInstanceOf(StoreUnavailable.class);

    shop.store.reconnect();
    assertThat(shop.use(key)).isInstanceOf(Caller.class);
  }

  @Test
  void aCallerEntersACampaignOfItsTenantAndOfNoOther() {
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());
    Campaign ours = shop.campaign(shop.tenant, CampaignType.INBOUND);
    Campaign theirs = shop.campaign(other, CampaignType.INBOUND);
    Caller caller = shop.caller(key);

    assertThat(shop.access.enter(caller, ours.id(), Permission.LEADS_READ, UNSAID))
        .isInstanceOfSatisfying(CampaignScope.class, scope -> assertThat(scope.campaign()).isEqualTo(ours));
    assertThat(shop.access.enter(caller, theirs.id(), Permission.LEADS_READ, UNSAID))
        .isEqualTo(new Refusal.CampaignNotFound());
    assertThat(shop.access.enter(caller, CampaignId.UNKNOWN, Permission.LEADS_READ, UNSAID))
        .isEqualTo(new Refusal.CampaignNotFound());
  }

  @Test
  void aCampaignIsEnteredWithThePermissionThatTheRequestRequires() {
    Campaign campaign = shop.campaign(shop.tenant, CampaignType.INBOUND);
    Caller caller = (Caller) shop.access.check(
        Shop.bearer(key.reveal()), Optional.of(Permission.LEADS_READ), Shop.OFFICE);

    assertThat(shop.access.enter(caller, campaign.id()))
        .isInstanceOfSatisfying(
            CampaignScope.class, scope -> assertThat(scope.permission()).isEqualTo(Permission.LEADS_READ));
    assertThat(shop.access.enter(caller, campaign.id(), new TenantClaim.Omitted()))
        .isEqualTo(new Refusal.TenantIdMissing());
  }

  @Test
  void aPermissionThatTheKeyLacksIsRefusedWithoutALookUp() {
    Caller caller = shop.caller(key);
    shop.store.cutOff();

    assertThat(shop.access.enter(caller, new CampaignId(1), Permission.AUDIT_READ, UNSAID))
        .isEqualTo(new Refusal.PermissionMissing(Permission.AUDIT_READ));
  }

  @Test
  void aTenantThatIsNotTheKeysIsRefusedWithoutALookUp() {
    Caller caller = shop.caller(key);
    TenantId other = new TenantId(shop.tenant.id().value() + 1);
    shop.store.cutOff();

    assertThat(shop.access.enter(caller, new CampaignId(1), Permission.LEADS_READ, new TenantClaim.Named(other)))
        .isEqualTo(new Refusal.TenantMismatch());
    assertThat(shop.access.enter(caller, new CampaignId(1), Permission.LEADS_READ, new TenantClaim.Omitted()))
        .isEqualTo(new Refusal.TenantIdMissing());
  }

  @Test
  void aCampaignOutOfReachIsLookedUpAllTheSameSoThatTheTimeTellsNothing() {
    KeySettings plain = KeySettings.named(new Name("Till"));
    Grant nowhere = new Grant(Permission.BY_DEFAULT, CampaignAccess.NONE);
    KeySettings settings = new KeySettings(
        plain.name(), plain.status(), nowhere, plain.allowedAddresses(), plain.rateLimit(), plain.period());
    Caller caller = shop.caller(shop.issue(shop.scope(), settings).plain());

    assertThat(shop.access.enter(caller, new CampaignId(1), Permission.LEADS_READ, UNSAID))
        .isEqualTo(new Refusal.CampaignAccessDenied(Optional.empty()));
    shop.store.cutOff();
    assertThatThrownBy(() -> shop.access.enter(caller, new CampaignId(1), Permission.LEADS_READ, UNSAID))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void theOperatorIsLetInByTheTokenAndNotByAKey() {
    assertThat(shop.operator).isInstanceOf(Operator.class);
    assertThat(shop.access.checkOperatorAtOnce(Shop.bearer(key.reveal()), Shop.OFFICE))
        .isEqualTo(new Refusal.OperatorTokenInvalid());
  }
}
