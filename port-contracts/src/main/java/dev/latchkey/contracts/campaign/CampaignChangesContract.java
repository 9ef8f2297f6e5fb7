package dev.latchkey.contracts.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.PlanSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises about changing campaigns. */
public interface CampaignChangesContract extends StoreContract {

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Replaces the campaign whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  default void aCampaignIsReplacedTogetherWithItsAuditEntry() {
    Household household = Household.in(store());
    Campaign sibling = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    List<AuditEntry> before = household.entries();
    Campaign changed = campaign.changed(PlanSamples.HALF, Moments.DELICATE.get(1));
    AuditEntry entry = changeOf(household, campaign);

    assertThat(store().campaigns().replace(inside(household, campaign), changed, entry)).isEqualTo(Written.DONE);

    assertThat(household.find(campaign)).contains(changed);
    assertThat(household.find(sibling)).contains(sibling);
    assertThat(household.entries()).startsWith(before.toArray(AuditEntry[]::new)).endsWith(entry).hasSize(3);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Replaces the campaign whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  default void everythingThatAPlanSaysIsReplaced() {
    Household household = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.FULLEST));
    for (CampaignPlan plan : List.of(PlanSamples.LEAST, PlanSamples.HALF, PlanSamples.FULLEST)) {
      Campaign changed = campaign.changed(plan, Moments.DELICATE.get(2));
      store().campaigns().replace(inside(household, campaign), changed, changeOf(household, campaign));
      campaign = changed;

      assertThat(household.find(campaign)).contains(changed);
    }
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Replaces the campaign whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write came "
      + "first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aCampaignsChangeMadeFromAnotherVersionIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    CampaignScope scope = inside(household, campaign);
    Campaign second = campaign.changed(PlanSamples.HALF, Moments.NOW);
    store().campaigns().replace(scope, second, changeOf(household, campaign));
    List<AuditEntry> before = household.entries();
    Campaign late = campaign.changed(PlanSamples.FULLEST, Moments.NOW);
    Campaign early = second.changed(PlanSamples.FULLEST, Moments.NOW).changed(PlanSamples.FULLEST, Moments.NOW);

    for (Campaign changed : List.of(late, early)) {
      assertThat(store().campaigns().replace(scope, changed, changeOf(household, campaign))).isEqualTo(Written.STALE);
    }

    assertThat(household.find(campaign)).contains(second);
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write "
      + "came first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aChangeOfACampaignThatIsNotThereIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    CampaignScope scope = unstored(household);
    Campaign changed = scope.campaign().changed(PlanSamples.HALF, Moments.NOW);

    assertThat(store().campaigns().replace(scope, changed, changeOf(household, changed))).isEqualTo(Written.STALE);

    assertThat(household.find(changed)).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Replaces the campaign whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  default void aCampaignsChangeIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    AuditEntry known = household.entries().getFirst();
    CampaignScope scope = inside(household, campaign);
    Campaign changed = campaign.changed(PlanSamples.HALF, Moments.NOW);

    assertThatThrownBy(() -> store().campaigns().replace(scope, changed, known)).satisfies(Thrown::isNoVendors);

    assertThat(household.find(campaign)).contains(campaign);
    assertThat(household.entries()).containsExactly(known);
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "@throws IllegalArgumentException if the changed campaign is not the "
      + "entered one")
  default void onlyTheCampaignThatWasEnteredIsReplaced() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    CampaignScope scope = inside(household, household.stored(household.campaign(PlanSamples.LEAST)));
    Campaign sibling = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign theirs = other.stored(other.campaign(PlanSamples.LEAST));
    Campaign moved = new Campaign(
        scope.id(), other.id(), PlanSamples.HALF, CampaignStatus.DRAFT, Moments.NOW, Moments.NOW, 2);

    for (Campaign changed : List.of(
        sibling.changed(PlanSamples.HALF, Moments.NOW), theirs.changed(PlanSamples.HALF, Moments.NOW), moved)) {
      assertThatThrownBy(() -> store().campaigns().replace(scope, changed, changeOf(household, changed)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(household.find(sibling)).contains(sibling);
    assertThat(household.find(scope.campaign())).contains(scope.campaign());
    assertThat(other.find(theirs)).contains(theirs);
    assertThat(household.entries()).hasSize(2);
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Storage of the campaigns of one tenant: a campaign of another "
      + "tenant is not visible.")
  default void aCampaignOfAnotherTenantIsNotReplaced() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign theirs = other.stored(other.campaign(PlanSamples.LEAST));
    Campaign namesake = new Campaign(
        theirs.id(), household.id(), theirs.plan(), theirs.status(), theirs.createdAt(), theirs.updatedAt(), 1);
    CampaignScope scope = inside(household, namesake);
    Campaign changed = namesake.changed(PlanSamples.HALF, Moments.NOW);

    assertThat(store().campaigns().replace(scope, changed, changeOf(household, changed))).isEqualTo(Written.STALE);

    assertThat(other.find(theirs)).contains(theirs);
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Replaces the campaign whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The outcome of a conditional write.")
  default void ofTwoChangesOfACampaignAtOnceExactlyOneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
      CampaignScope scope = inside(household, campaign);

      List<Written> ends = Race.of(i -> {
        CampaignPlan plan = CampaignChange.renamed(new Name("Contestant " + i)).of(campaign.plan());
        AuditEntry entry = changeOf(household, campaign);
        return () -> store().campaigns().replace(scope, campaign.changed(plan, Moments.NOW), entry);
      });

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      Name winner = new Name("Contestant " + ends.indexOf(Written.DONE));
      assertThat(household.find(campaign).orElseThrow().plan().name()).isEqualTo(winner);
      assertThat(household.entries()).hasSize(2);
    }
  }

  private static CampaignScope inside(Household household, Campaign campaign) {
    return Visitors.inside(household.tenant(), campaign);
  }

  /** Returns the scope of a campaign that is not in the store. */
  private static CampaignScope unstored(Household household) {
    return inside(household, household.campaign(PlanSamples.LEAST));
  }

  private static AuditEntry changeOf(Household household, Campaign campaign) {
    return household.entry(AuditAction.CAMPAIGN_CHANGED, campaign.id());
  }
}
