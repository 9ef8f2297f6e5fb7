package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.KeySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManageCampaignsTest {

  private final Shop shop = new Shop();
  private final Caller caller = shop.caller(
      shop.issue("Till").plain());

  @Test
  void aSoundPlanBecomesADraftAndItIsWrittenDown() {
    assertThat(shop.campaigns.create(shop.scope(), Shop.plan(CampaignType.INBOUND)))
        .isInstanceOfSatisfying(Creating.Created.class, created -> {
          Campaign campaign = created.campaign();
          assertThat(campaign.status()).isEqualTo(CampaignStatus.DRAFT);
          assertThat(campaign.tenant()).isEqualTo(shop.tenant.id());
          assertThat(campaign.createdAt()).isEqualTo(Shop.OPENING);
          assertThat(shop.store.campaigns().find(caller, campaign.id())).contains(campaign);
          assertThat(shop.newEntries().getLast().action()).isEqualTo(AuditAction.CAMPAIGN_CREATED);
          assertThat(shop.newEntries().getLast().subject()).isEqualTo(campaign.id());
          assertThat(shop.newEntries().getLast().details()).containsEntry("name", "Hotline");
        });
  }

  @Test
  void aListHasOnlyWhatTheKeyMayReadAndFillsItsPagesWithThat() {
    Campaign hotline = made(CampaignType.INBOUND);
    Campaign denied = made(CampaignType.INBOUND);
    for (int i = 0; i < PageRequest.HIGHEST_LIMIT + 5; i++) {
      made(CampaignType.OUTBOUND);
    }
    Campaign latest = made(CampaignType.INBOUND);
    Caller reader = shop.caller(
        shop.issue(
            shop.scope(),
            reading(
                new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND)),
                new CampaignRule(Effect.DENY, Set.of(Action.READ), new CampaignSelector.Named(Set.of(denied.id())))))
            .plain());

    Page<Campaign> first = shop.campaigns.list(reader, PageRequest.first(1));
    Page<Campaign> second = shop.campaigns.list(reader, new PageRequest(1, first.next()));

    assertThat(first.items()).containsExactly(latest);
    assertThat(second).isEqualTo(new Page<>(List.of(hotline), OptionalLong.empty()));
    assertThat(shop.campaigns.list(reader, PageRequest.first(20)).items()).containsExactly(latest, hotline);
  }

  @Test
  void ofManyCampaignsAKeyThatMayReadFewIsHandedNoOthers() {
    Campaign hotline = made(CampaignType.OUTBOUND);
    for (int i = 0; i < PageRequest.HIGHEST_LIMIT + 5; i++) {
      made(CampaignType.OUTBOUND);
    }
    Campaign latest = made(CampaignType.INBOUND);
    Caller reader = shop.caller(
        shop.issue(
            shop.scope(),
            reading(
                new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND)),
                new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.Named(Set.of(hotline.id())))))
            .plain());
    CampaignsHandedOut store = new CampaignsHandedOut(shop.store.campaigns(), new ArrayList<>());

    Page<Campaign> page = new ManageCampaigns(store, shop.ids, shop.clock).list(reader, PageRequest.first(20));

    assertThat(page).isEqualTo(new Page<>(List.of(latest, hotline), OptionalLong.empty()));
    assertThat(store.handedOut()).containsExactly(latest, hotline);
  }

  @Test
  void aCallerWithTheTenantsScopeListsAllItsCampaigns() {
    Campaign earlier = made(CampaignType.OUTBOUND);
    Campaign later = made(CampaignType.INBOUND);

    assertThat(shop.campaigns.list(shop.scope(), PageRequest.first(20)).items()).containsExactly(later, earlier);
  }

  @Test
  void aListIsEmptyForAKeyThatNothingAllows() {
    made(CampaignType.INBOUND);
    Caller reader = shop.caller(shop.issue(shop.scope(), reading()).plain());

    assertThat(shop.campaigns.list(reader, PageRequest.first(20)))
        .isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
  }

  private Campaign made(CampaignType type) {
    return shop.campaign(shop.tenant, type);
  }

  private static KeySettings reading(CampaignRule... rules) {
    KeySettings plain = KeySettings.named(new Name("Reader"));
    return new KeySettings(
        plain.name(),
        plain.status(),
        new Grant(Set.of(Permission.CAMPAIGNS_READ), new CampaignAccess(List.of(rules))),
        plain.allowedAddresses(),
        plain.rateLimit(),
        plain.period());
  }

  @Test
  void ofAnInvalidPlanNothingIsStoredAndAllFaultsAreReported() {
    CampaignPlan plan = Shop.plan(CampaignType.OUTBOUND);
    int before = shop.newEntries().size();
    long first = shop.ids.next();

    assertThat(shop.campaigns.create(shop.scope(), plan)).isEqualTo(new Creating.Unsound(plan.faults()));

    assertThat(plan.faults()).hasSize(8);
    assertThat(shop.newEntries()).hasSize(before);
    long last = shop.ids.next();
    for (long id = first; id <= last; id++) {
      assertThat(shop.store.campaigns().find(caller, new CampaignId(id))).isEmpty();
    }
  }

  @Test
  void planWithAHiddenCharacterInAnIdIsUnsound() {
    CampaignPlan plan = Shop.plan(CampaignType.INBOUND);
    CampaignPlan hidden = new CampaignPlan(
        plan.name(), plan.type(), new Dialing("assistant\u200b", "provider", DialerType.SINGLE, Optional.empty(),
            Optional.empty(), Optional.empty()),
        plan.schedule(), false, Optional.empty());

    assertThat(shop.campaigns.create(shop.scope(), hidden)).isEqualTo(new Creating.Unsound(hidden.faultsWhenMade()));
    assertThat(hidden.faultsWhenMade()).hasSize(1);
  }
}
