package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.campaign.Campaign;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How campaigns are listed. */
public interface CampaignListingContract extends StoreContract {

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "The campaigns of the caller's tenant, newest first, whether the "
      + "caller may read them or not.")
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
  @Promise(of = ForStoringCampaigns.class, says = "The tenant's campaigns, newest first.")
  default void theCampaignsOfATenantAreListedForWhoeverSeesItsAffairs() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    other.stored(other.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.LEAST));

    assertThat(store().campaigns().list(household.scope(), PageRequest.first(1)))
        .isEqualTo(new Page<>(List.of(second), OptionalLong.of(second.id().value())));
    assertThat(store().campaigns().list(household.scope(), PageRequest.first(2)))
        .isEqualTo(new Page<>(List.of(second, first), OptionalLong.empty()));
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "The campaigns of the caller's tenant, newest first, whether the "
      + "caller may read them or not.")
  default void pagesOfCampaignsEndWhereTheCampaignsEnd() {
    Household household = Household.in(store());
    Caller caller = Visitors.callerOf(household.tenant());
    List<Campaign> campaigns = List.of(
        household.stored(household.campaign(PlanSamples.LEAST)),
        household.stored(household.campaign(PlanSamples.HALF)),
        household.stored(household.campaign(PlanSamples.LEAST)));

    Edges.areRight(
        campaigns.reversed(), request -> store().campaigns().list(caller, request), campaign -> campaign.id().value());
  }
}
