package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Changing.Changed;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.AccessRule;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A key grants nothing that it does not have. */
class EscalationTest {

  private static final Set<Permission> MANAGES_AND_READS = Set.of(Permission.API_KEYS_WRITE, Permission.LEADS_READ);
  private static final CampaignAccess READ_ALL = new CampaignAccess(
      List.of(new AccessRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.All())));
  private static final Grant MANAGER = new Grant(MANAGES_AND_READS, READ_ALL);
  private static final Grant MORE_PERMISSIONS = new Grant(Set.of(Permission.LEADS_WRITE), READ_ALL);
  private static final Grant MORE_CAMPAIGNS = new Grant(Set.of(Permission.LEADS_READ), CampaignAccess.EVERYWHERE);

  private final Shop shop = new Shop();
  private final TenantScope manager = shop.holding(MANAGER);
  private final Issued stronger = shop.issue("Stronger");

  @Test
  void aKeyIssuesAnotherWithEverythingThatItHas() {
    assertThat(issue(MANAGER)).isInstanceOf(Issued.class);
    assertThat(issue(new Grant(Set.of(), CampaignAccess.NONE))).isInstanceOf(Issued.class);
  }

  @Test
  void aKeyIssuesNoneWithAPermissionOrACampaignThatItLacks() {
    int before = shop.newEntries().size();

    assertThat(issue(MORE_PERMISSIONS)).isEqualTo(new Issuing.Escalates());
    assertThat(issue(MORE_CAMPAIGNS)).isEqualTo(new Issuing.Escalates());
    assertThat(shop.newEntries()).hasSize(before);
  }

  @Test
  void aKeyGivesNoOtherWhatItLacksItself() {
    Issued weak = (Issued) issue(MANAGER);

    assertThat(change(weak.key(), permissions(Set.of(Permission.LEADS_WRITE)))).isEqualTo(new Changing.Escalates());
    assertThat(change(weak.key(), reaching(CampaignAccess.EVERYWHERE))).isEqualTo(new Changing.Escalates());
    assertThat(stored(weak)).isEqualTo(weak.key());
    assertThat(change(weak.key(), permissions(Set.of(Permission.API_KEYS_WRITE)))).isInstanceOf(Changed.class);
  }

  @Test
  void aKeyDoesNotGiveItselfMore() {
    ApiKey itself = shop.keys.find(
        shop.scope(),
        ((Actor.Holder) manager.actor()).key())
        .orElseThrow();

    assertThat(change(itself, permissions(Set.of(Permission.values())))).isEqualTo(new Changing.Escalates());
  }

  @Test
  void aStrongerKeyMayBeRenamedAndDisabledAndDeletedButNotEnabled() {
    assertThat(change(stronger.key(), KeyChange.renamed(new Name("Renamed")))).isInstanceOf(Changed.class);
    assertThat(change(stronger.key(), KeyChange.switched(KeyStatus.DISABLED))).isInstanceOf(Changed.class);
    assertThat(change(stronger.key(), KeyChange.renamed(new Name("Again")))).isInstanceOf(Changed.class);
    assertThat(change(stronger.key(), KeyChange.switched(KeyStatus.ACTIVE))).isEqualTo(new Changing.Escalates());
    assertThat(stored(stronger).settings().status()).isEqualTo(KeyStatus.DISABLED);
    assertThat(shop.keys.delete(manager, stronger.key().id())).isPresent();
  }

  @Test
  void aStrongerKeyThatStaysStrongerIsNotChangedOtherwise() {
    KeyChange longer = new KeyChange(
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.to(Optional.of(Shop.OPENING.plusSeconds(60))));
    KeyChange faster = new KeyChange(
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.to(Optional.of(new RateLimit(1, Duration.ofSeconds(1)))),
        Edit.keep(),
        Edit.keep());

    assertThat(change(stronger.key(), longer)).isEqualTo(new Changing.Escalates());
    assertThat(change(stronger.key(), faster)).isEqualTo(new Changing.Escalates());
    assertThat(change(stronger.key(), permissions(Set.of(Permission.LEADS_WRITE))))
        .isEqualTo(new Changing.Escalates());
    assertThat(stored(stronger)).isEqualTo(stronger.key());
  }

  @Test
  void aStrongerKeyIsNotRotated() {
    assertThat(shop.keys.rotate(manager, stronger.key().id(), Duration.ZERO)).isEqualTo(new Rotating.Escalates());
  }

  @Test
  void aKeyThatTheRotatorCoversIsRotated() {
    Issued weak = (Issued) issue(MANAGER);

    assertThat(shop.keys.rotate(manager, weak.key().id(), Duration.ZERO)).isInstanceOf(Rotating.Rotated.class);
  }

  @Test
  void theOperatorGrantsAnything() {
    KeySettings everything = granting(new Grant(Set.of(Permission.values()), CampaignAccess.EVERYWHERE));

    assertThat(shop.keys.issue(shop.scope(), Environment.LIVE, everything)).isInstanceOf(Issued.class);
  }

  private Issuing issue(Grant grant) {
    return shop.keys.issue(manager, Environment.LIVE, granting(grant));
  }

  private Changing change(ApiKey key, KeyChange change) {
    return shop.keys.change(manager, key.id(), change, OptionalLong.empty());
  }

  private ApiKey stored(Issued issued) {
    return shop.keys.find(shop.scope(), issued.key().id()).orElseThrow();
  }

  private static KeySettings granting(Grant grant) {
    KeySettings plain = KeySettings.named(new Name("Granted"));
    return new KeySettings(
        plain.name(), plain.status(), grant, plain.allowedAddresses(), plain.rateLimit(), plain.period());
  }

  private static KeyChange permissions(Set<Permission> permissions) {
    return new KeyChange(
        Edit.keep(),
        Edit.keep(),
        Edit.to(permissions),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep());
  }

  private static KeyChange reaching(CampaignAccess access) {
    return new KeyChange(
        Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(access), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
  }
}
