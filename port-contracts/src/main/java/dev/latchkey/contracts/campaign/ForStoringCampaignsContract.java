package dev.latchkey.contracts.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.PlanSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForStoringCampaigns}. */
public interface ForStoringCampaignsContract
    extends
      CampaignRoundTripContract,
      CampaignListingContract,
      CampaignChangesContract {

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Stores a new campaign and the audit entry, both or neither.")
  default void aNewCampaignIsStoredWithItsAuditEntry() {
    Household household = Household.in(store());
    Campaign campaign = household.campaign(PlanSamples.LEAST);
    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, campaign.id());

    store().campaigns().add(household.scope(), campaign, entry);

    assertThat(household.find(campaign)).contains(campaign);
    assertThat(household.entries()).containsExactly(entry);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Storage of the campaigns of one tenant: a campaign of another "
      + "tenant is not visible.")
  @Promise(of = ForStoringCampaigns.class, says = "Returns the campaign in its current state; empty if the caller's "
      + "tenant has none with this id.")
  @Promise(of = ForStoringCampaigns.class, says = "Returns the campaign in its current state; empty if the tenant has "
      + "none with this id.")
  default void aCampaignIsFoundByWhoeverActsOnItsTenantAndByNobodyElse() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));

    assertThat(store().campaigns().find(household.scope(), campaign.id())).contains(campaign);
    assertThat(store().campaigns().find(other.scope(), campaign.id())).isEmpty();
    assertThat(store().campaigns().find(household.scope(), CampaignId.UNKNOWN)).isEmpty();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Stores a new campaign and the audit entry, both or neither.")
  default void aNewCampaignIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    Campaign there = household.campaign(PlanSamples.LEAST);
    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, there.id());
    store().campaigns().add(household.scope(), there, entry);
    Campaign campaign = household.campaign(PlanSamples.LEAST);

    assertThatThrownBy(() -> store().campaigns().add(household.scope(), campaign, entry))
        .satisfies(Thrown::isNoVendors);

    assertThat(household.find(campaign)).isEmpty();
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Stores a new campaign and the audit entry, both or neither.")
  default void anAuditEntryIsNotStoredWhereItsNewCampaignCannotBe() {
    Household household = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    List<AuditEntry> before = household.entries();

    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, campaign.id());
    assertThatThrownBy(() -> store().campaigns().add(household.scope(), campaign, entry))
        .satisfies(Thrown::isNoVendors);

    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Returns the campaign in its current state; empty if the caller's "
      + "tenant has none with this id.")
  default void aCampaignThatNobodyStoredIsNotThere() {
    Household household = Household.in(store());

    assertThat(household.find(household.campaign(PlanSamples.LEAST))).isEmpty();
    assertThat(store().campaigns().find(Visitors.callerOf(household.tenant()), CampaignId.UNKNOWN)).isEmpty();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Storage of the campaigns of one tenant: a campaign of another "
      + "tenant is not visible.")
  default void aCampaignOfAnotherTenantIsNotThere() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign theirs = other.stored(other.campaign(PlanSamples.FULLEST));

    assertThat(store().campaigns().find(Visitors.callerOf(household.tenant()), theirs.id())).isEmpty();
    assertThat(store().campaigns().find(Visitors.callerOf(other.tenant()), theirs.id())).contains(theirs);
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "@throws IllegalArgumentException if the campaign belongs to another "
      + "tenant")
  default void aCampaignIsNotAddedToAnotherTenantThanItsOwn() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign theirs = other.campaign(PlanSamples.LEAST);
    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, theirs.id());

    assertThatThrownBy(() -> store().campaigns().add(household.scope(), theirs, entry))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(other.find(theirs)).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Returns the entered campaign in its current state; empty if it no "
      + "longer exists.")
  default void theCampaignThatWasEnteredIsFoundAsItIsNow() {
    Household household = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    CampaignScope scope = Visitors.inside(household.tenant(), campaign);
    assertThat(store().campaigns().find(scope)).contains(campaign);

    Campaign changed = campaign.changed(PlanSamples.HALF, Moments.DELICATE.get(1));
    store().campaigns().replace(scope, changed, household.entry(AuditAction.CAMPAIGN_CHANGED, campaign.id()));

    assertThat(store().campaigns().find(scope)).contains(changed);
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Returns the entered campaign in its current state; empty if it no "
      + "longer exists.")
  default void aCampaignThatWasEnteredAndIsNoLongerThereIsNotFound() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign theirs = other.stored(other.campaign(PlanSamples.LEAST));
    Campaign namesake = new Campaign(
        theirs.id(), household.id(), theirs.plan(), theirs.status(), theirs.createdAt(), theirs.updatedAt(), 1);

    assertThat(store().campaigns().find(Visitors.inside(household.tenant(), household.campaign(PlanSamples.LEAST))))
        .isEmpty();
    assertThat(store().campaigns().find(Visitors.inside(household.tenant(), namesake))).isEmpty();
  }
}
