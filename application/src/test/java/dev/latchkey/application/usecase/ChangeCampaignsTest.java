package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingCampaigns.Changing;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialingChange;
import dev.latchkey.domain.campaign.ScheduleChange;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.refusal.TenantClaim;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeCampaignsTest {

  private static final CampaignChange VOICEMAIL_COUNTS = new CampaignChange(
      FieldUpdate.keep(), DialingChange.NONE, ScheduleChange.NONE, FieldUpdate.to(true), FieldUpdate.keep());

  private final Shop shop = new Shop();
  private final Caller caller = shop.caller(
      shop.issue("Till").plain());
  private final Campaign campaign = shop.campaign(shop.tenant, CampaignType.OUTBOUND);
  private final CampaignScope scope = entered();

  private CampaignScope entered() {
    return (CampaignScope) shop.access
        .enter(caller, campaign.id(), Permission.CAMPAIGNS_WRITE, new TenantClaim.Absent());
  }

  @Test
  void aCampaignIsChangedAndItIsWrittenDownByWhomFromWhereAndWhat() {
    shop.clock.set(Shop.OPENING.plusSeconds(60));

    Changing outcome = shop.campaigns.change(scope, renaming("Summer"));

    CampaignPlan plan = renaming("Summer").of(campaign.plan());
    Campaign changed = campaign.changed(plan, Shop.OPENING.plusSeconds(60));
    assertThat(outcome).isEqualTo(new Changing.Changed(changed));
    assertThat(stored()).isEqualTo(changed);
    AuditEntry entry = shop.newEntries().getLast();
    assertThat(entry.action()).isEqualTo(AuditAction.CAMPAIGN_CHANGED);
    assertThat(entry.subject()).isEqualTo(campaign.id());
    assertThat(entry.actor()).isEqualTo(new Actor.Holder(caller.credential().key().id()));
    assertThat(entry.address()).isEqualTo(Shop.OFFICE);
    assertThat(entry.at()).isEqualTo(Shop.OPENING.plusSeconds(60));
    assertThat(entry.notes()).hasSize(2).containsEntry("name", "Summer").containsEntry("changed", "name");
  }

  @Test
  void aChangeThatChangesNothingKeepsTheVersionAndWritesNoAuditEvent() {
    shop.clock.set(Shop.OPENING.plusSeconds(60));
    int entries = shop.newEntries().size();
    CampaignChange nothing = new CampaignChange(
        FieldUpdate.keep(), DialingChange.NONE, ScheduleChange.NONE, FieldUpdate.keep(), FieldUpdate.keep());
    CampaignChange theSame = renaming(campaign.plan().name().value());

    assertThat(shop.campaigns.change(scope, nothing)).isEqualTo(new Changing.Changed(campaign));
    assertThat(shop.campaigns.change(scope, theSame)).isEqualTo(new Changing.Changed(campaign));

    assertThat(stored()).isEqualTo(campaign);
    assertThat(shop.newEntries()).hasSize(entries);
  }

  @Test
  void ofAChangeThatWouldLeaveAnInvalidPlanNothingIsStoredAndAllFaultsAreReported() {
    ScheduleChange noLimits = new ScheduleChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(OptionalInt.empty()), FieldUpdate.keep(),
        FieldUpdate.to(OptionalInt.of(1)));
    CampaignChange change = new CampaignChange(
        FieldUpdate.keep(), DialingChange.NONE, noLimits, FieldUpdate.keep(), FieldUpdate.keep());
    int entries = shop.newEntries().size();

    assertThat(shop.campaigns.change(scope, change)).isInstanceOfSatisfying(Changing.Unsound.class, unsound -> {
      assertThat(unsound.faults()).isEqualTo(change.of(campaign.plan()).faults()).hasSize(2);
    });

    assertThat(stored()).isEqualTo(campaign);
    assertThat(shop.newEntries()).hasSize(entries);
  }

  @Test
  void idThatIsChangedMayHaveNoHiddenCharacterAndOneThatStaysIsNotJudgedAnew() {
    CampaignChange hidden = new CampaignChange(
        FieldUpdate.keep(),
        new DialingChange(FieldUpdate.to("assistant\u200b"), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
            FieldUpdate.keep()),
        ScheduleChange.NONE,
        FieldUpdate.keep(),
        FieldUpdate.keep());
    assertThat(shop.campaigns.change(scope, hidden)).isInstanceOf(Changing.Unsound.class);
    assertThat(stored()).isEqualTo(campaign);

    Campaign older = campaign.changed(hidden.of(campaign.plan()), Shop.OPENING);
    AuditEntry entry = new AuditEntry(
        new AuditEventId(shop.ids.next()), scope.actor(), AuditAction.CAMPAIGN_CHANGED, older.id(), Shop.OPENING,
        Optional.empty(), new TreeMap<>());
    shop.store.campaigns().replace(scope, older, entry);
    assertThat(shop.campaigns.change(entered(), renaming("Summer"))).isInstanceOf(Changing.Changed.class);
  }

  @Test
  void aChangeThatLosesARaceIsMadeAgainFromWhatTheWinnerLeft() {
    assertThat(interrupted(1).change(scope, VOICEMAIL_COUNTS)).isEqualTo(new Changing.Changed(stored()));

    assertThat(stored().plan().name()).isEqualTo(new Name("Meanwhile 1"));
    assertThat(stored().plan().considerVoicemailAsAnswered()).isTrue();
    assertThat(stored().version()).isEqualTo(3);
  }

  @Test
  void aChangeThatLosesAHundredRacesIsGivenUpAndOneThatLosesFewerIsMade() {
    assertThatThrownBy(() -> interrupted(OptimisticRetry.ATTEMPTS).change(scope, VOICEMAIL_COUNTS))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(stored().plan().considerVoicemailAsAnswered()).isFalse();

    assertThat(interrupted(OptimisticRetry.ATTEMPTS - 1).change(entered(), VOICEMAIL_COUNTS))
        .isEqualTo(new Changing.Changed(stored()));
    assertThat(stored().plan().considerVoicemailAsAnswered()).isTrue();
  }

  @Test
  void aCampaignThatTheStoreHasLostIsABugAndNotAChange() {
    ManageCampaigns elsewhere = new ManageCampaigns(new Shop().store.campaigns(), shop.ids, shop.clock);

    assertThatIllegalStateException().isThrownBy(() -> elsewhere.change(scope, VOICEMAIL_COUNTS))
        .withMessage("No campaign is ever removed");
  }

  private Campaign stored() {
    return shop.store.campaigns().find(caller, campaign.id()).orElseThrow();
  }

  private ManageCampaigns interrupted(int times) {
    return new ManageCampaigns(
        new RenamedMeanwhile(shop.store.campaigns(), new AtomicInteger(times)), shop.ids, shop.clock);
  }

  private static CampaignChange renaming(String name) {
    return CampaignChange.renamed(new Name(name));
  }

  /** A store in which somebody else renames the campaign just before a change of it is stored. */
  private final class RenamedMeanwhile implements ForStoringCampaigns {

    private final ForStoringCampaigns store;
    private final AtomicInteger times;

    RenamedMeanwhile(ForStoringCampaigns store, AtomicInteger times) {
      this.store = store;
      this.times = times;
    }

    @Override
    public void add(TenantScope by, Campaign added, AuditEntry entry) {
      store.add(by, added, entry);
    }

    @Override
    public Optional<Campaign> find(Caller by, CampaignId id) {
      return store.find(by, id);
    }

    @Override
    public Page<Campaign> list(Caller by, CampaignReach reach, PageRequest request) {
      return store.list(by, reach, request);
    }

    @Override
    public Page<Campaign> list(TenantView by, PageRequest request) {
      return store.list(by, request);
    }

    @Override
    public Optional<Campaign> find(TenantView by, CampaignId id) {
      return store.find(by, id);
    }

    @Override
    public Optional<Campaign> find(CampaignScope by) {
      return store.find(by);
    }

    @Override
    public Written replace(CampaignScope by, Campaign changed, AuditEntry entry) {
      int left = times.getAndDecrement();
      if (left > 0) {
        shop.campaigns.change(entered(), renaming("Meanwhile " + left));
      }
      return store.replace(by, changed, entry);
    }
  }
}
