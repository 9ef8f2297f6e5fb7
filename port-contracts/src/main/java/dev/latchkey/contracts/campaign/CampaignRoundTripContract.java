package dev.latchkey.contracts.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LookAlikes;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.PlanSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.TimeZones;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.id.CampaignId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises about reading a stored campaign. */
public interface CampaignRoundTripContract extends StoreContract {

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  default void everythingThatAPlanSaysComesBackAsItWasStored() {
    Household household = Household.in(store());
    for (CampaignPlan plan : List.of(PlanSamples.LEAST, PlanSamples.HALF, PlanSamples.FULLEST)) {
      Campaign campaign = household.stored(household.campaign(plan));

      assertThat(household.find(campaign)).contains(campaign);
    }
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
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
  @Promise(of = ForStoringCampaigns.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
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
  @Promise(of = ForStoringCampaigns.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
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
