package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.id.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** All that is asked of an implementation of {@code ForStoringCampaigns}. */
public interface ForStoringCampaignsContract extends StoreContract {

  @Test
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
  default void aCampaignIsFoundByWhoeverActsOnItsTenantAndByNobodyElse() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));

    assertThat(store().campaigns().find(household.scope(), campaign.id())).contains(campaign);
    assertThat(store().campaigns().find(other.scope(), campaign.id())).isEmpty();
    assertThat(store().campaigns().find(household.scope(), CampaignId.NOBODYS)).isEmpty();
  }

  @Test
  default void theCampaignsOfTheCallersTenantAreListedNewestFirst() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Caller caller = Visitors.callerOf(household.tenant());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    other.stored(other.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign third = household.stored(household.campaign(PlanSamples.LEAST));

    Page<Campaign> newest = store().campaigns().list(caller, PageRequest.first(2));
    Campaign later = household.stored(household.campaign(PlanSamples.LEAST));
    Page<Campaign> rest = store().campaigns().list(caller, new PageRequest(2, newest.next()));

    assertThat(newest.items()).containsExactly(third, second);
    assertThat(rest).isEqualTo(new Page<>(List.of(first), OptionalLong.empty()));
    assertThat(store().campaigns().list(caller, PageRequest.first(4)))
        .isEqualTo(new Page<>(List.of(later, third, second, first), OptionalLong.empty()));
  }

  @Test
  default void aNewCampaignIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    Campaign there = household.campaign(PlanSamples.LEAST);
    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, there.id());
    store().campaigns().add(household.scope(), there, entry);
    Campaign campaign = household.campaign(PlanSamples.LEAST);

    assertThatThrownBy(() -> store().campaigns().add(household.scope(), campaign, entry)).isNotNull();

    assertThat(household.find(campaign)).isEmpty();
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  default void anAuditEntryIsNotStoredWhereItsNewCampaignCannotBe() {
    Household household = Household.in(store());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    List<AuditEntry> before = household.entries();

    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, campaign.id());
    assertThatThrownBy(() -> store().campaigns().add(household.scope(), campaign, entry)).isNotNull();

    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  default void aCampaignThatNobodyStoredIsNotThere() {
    Household household = Household.in(store());

    assertThat(household.find(household.campaign(PlanSamples.LEAST))).isEmpty();
    assertThat(store().campaigns().find(Visitors.callerOf(household.tenant()), CampaignId.NOBODYS)).isEmpty();
  }

  @Test
  default void aCampaignOfAnotherTenantIsNotThere() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign theirs = other.stored(other.campaign(PlanSamples.FULLEST));

    assertThat(store().campaigns().find(Visitors.callerOf(household.tenant()), theirs.id())).isEmpty();
    assertThat(store().campaigns().find(Visitors.callerOf(other.tenant()), theirs.id())).contains(theirs);
  }

  @Test
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
  default void everythingThatAPlanSaysComesBackAsItWasStored() {
    Household household = Household.in(store());
    for (CampaignPlan plan : List.of(PlanSamples.LEAST, PlanSamples.HALF, PlanSamples.FULLEST)) {
      Campaign campaign = household.stored(household.campaign(plan));
      Campaign found = household.find(campaign).orElseThrow();

      assertThat(found).isEqualTo(campaign);
      // Two addresses that are spelt differently can be equal.
      assertThat(found.plan().webhookUrl().map(Object::toString)).isEqualTo(plan.webhookUrl().map(Object::toString));
    }
  }

  @Test
  default void theStateOfACampaignComesBackAsItWasStored() {
    Household household = Household.in(store());
    for (CampaignStatus status : CampaignStatus.values()) {
      Campaign campaign = household.stored(
          new Campaign(
              new CampaignId(NewIds.next()),
              household.id(),
              PlanSamples.FULLEST,
              status,
              Moments.DELICATE.get(1),
              Moments.DELICATE.get(2),
              7));

      assertThat(household.find(campaign)).contains(campaign);
    }
  }

  @Test
  default void theNameOfACampaignComesBackByteForByte() {
    Household household = Household.in(store());
    for (Name name : LookAlikes.NAMES) {
      CampaignPlan least = PlanSamples.LEAST;
      CampaignPlan plan = new CampaignPlan(
          name,
          least.type(),
          least.dialing(),
          least.schedule(),
          least.considerVoicemailAsAnswered(),
          least.webhookUrl());
      Campaign campaign = household.stored(household.campaign(plan));

      assertThat(household.find(campaign).orElseThrow().plan().name().value()).isEqualTo(name.value());
    }
  }

  @Test
  @ResourceLock(Resources.TIME_ZONE)
  default void timesOfACampaignComeBackToTheMicrosecondInEveryTimeZone() {
    Household household = Household.in(store());
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> household.stored(
              Campaign.drafted(
                  new CampaignId(NewIds.next()), household.id(), PlanSamples.FULLEST, moment)),
          campaign -> assertThat(household.find(campaign)).contains(campaign));
    }
  }
}
