package dev.latchkey.contracts.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.contracts.support.Edges;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.PlanSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promises about listing campaigns. */
@Untested(of = ForStoringCampaigns.class, says = "Campaigns out of reach are not read, regardless of their "
    + "number.", because = "What a store reads is visible only in its response time, and no test asserts a time; "
        + "benchmarks/run growth shows it.")
public interface CampaignListingContract extends StoreContract {

  String WITHIN_REACH = "Returns the campaigns of the caller's tenant that are within reach, newest first, whether or "
      + "not the caller may read them.";

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void theCampaignsOfTheCallersTenantAreListedNewestFirst() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Caller caller = Visitors.callerOf(household.tenant());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    other.stored(other.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign third = household.stored(household.campaign(PlanSamples.LEAST));

    Page<Campaign> newest = store().campaigns().list(caller, CampaignReach.EVERYWHERE, PageRequest.first(2));
    Campaign later = household.stored(household.campaign(PlanSamples.LEAST));
    Page<Campaign> rest = store().campaigns().list(caller, CampaignReach.EVERYWHERE, new PageRequest(2, newest.next()));

    assertThat(newest.items()).containsExactly(third, second);
    assertThat(rest).isEqualTo(new Page<>(List.of(first), OptionalLong.empty()));
    assertThat(store().campaigns().list(caller, CampaignReach.EVERYWHERE, PageRequest.first(4)))
        .isEqualTo(new Page<>(List.of(later, third, second, first), OptionalLong.empty()));
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Returns the tenant's campaigns, newest first.")
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
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void pagesOfCampaignsEndWhereTheCampaignsEnd() {
    Household household = Household.in(store());
    Caller caller = Visitors.callerOf(household.tenant());
    List<Campaign> campaigns = List.of(
        household.stored(household.campaign(PlanSamples.LEAST)),
        household.stored(household.campaign(PlanSamples.HALF)),
        household.stored(household.campaign(PlanSamples.LEAST)));

    Edges.areRight(
        campaigns.reversed(), request -> store().campaigns().list(caller, CampaignReach.EVERYWHERE, request),
        campaign -> campaign.id().value());
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void campaignsOfATypeAreListedWithoutTheOthers() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    household.stored(household.campaign(PlanSamples.FULLEST));
    other.stored(other.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.LEAST));
    household.stored(household.campaign(PlanSamples.FULLEST));

    assertEdges(household, reach(CampaignType.INBOUND), List.of(second, first));
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void campaignsAreListedByNameWithoutThoseOfAnotherTenant() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    household.stored(household.campaign(PlanSamples.LEAST));
    Campaign theirs = other.stored(other.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.FULLEST));

    assertEdges(
        household,
        new CampaignReach(Set.of(), Set.of(second.id(), theirs.id(), first.id(), CampaignId.UNKNOWN)),
        List.of(second, first));
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void aCampaignThatIsNamedAndOfATypeWithinReachIsListedOnce() {
    Household household = Household.in(store());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.FULLEST));
    household.stored(household.campaign(PlanSamples.FULLEST));
    Campaign third = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign fourth = household.stored(household.campaign(PlanSamples.FULLEST));

    assertEdges(
        household,
        new CampaignReach(Set.of(CampaignType.INBOUND), Set.of(fourth.id(), first.id(), second.id())),
        List.of(fourth, third, second, first));
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void campaignsAreFoundAmongThousandsOfNamesThatAreNobodys() {
    Household household = Household.in(store());
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    long before = NewIds.block(2_000);
    Campaign second = household.stored(household.campaign(PlanSamples.LEAST));
    long after = NewIds.block(2_000);
    Set<CampaignId> named = LongStream
        .concat(LongStream.range(before, before + 2_000), LongStream.range(after, after + 2_000))
        .mapToObj(CampaignId::new)
        .collect(Collectors.toSet());
    named.addAll(Set.of(first.id(), second.id()));

    assertEdges(household, new CampaignReach(Set.of(), named), List.of(second, first));
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void aCampaignIsFoundHoweverManyNamesComeBeforeIt() {
    Household household = Household.in(store());
    Caller caller = Visitors.callerOf(household.tenant());
    Campaign campaign = household.stored(household.campaign(PlanSamples.LEAST));
    long nobodys = NewIds.block(1_001);

    // Sizes around multiples of one hundred, where a store that queries names in batches might miss one.
    IntStream.rangeClosed(1, 10).map(n -> 100 * n).flatMap(n -> IntStream.rangeClosed(n - 1, n + 1)).forEach(many -> {
      Set<CampaignId> named = LongStream.range(nobodys, nobodys + many)
          .mapToObj(CampaignId::new)
          .collect(Collectors.toSet());
      named.add(campaign.id());
      assertThat(store().campaigns().list(caller, new CampaignReach(Set.of(), named), PageRequest.first(1)))
          .as("behind %d names", many)
          .isEqualTo(new Page<>(List.of(campaign), OptionalLong.empty()));
    });
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void nothingIsListedWhereNothingIsWithinReach() {
    Household household = Household.in(store());
    household.stored(household.campaign(PlanSamples.LEAST));

    for (CampaignReach reach : List.of(CampaignReach.NOWHERE, reach(CampaignType.OUTBOUND))) {
      assertThat(store().campaigns().list(Visitors.callerOf(household.tenant()), reach, PageRequest.first(1)))
          .isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
    }
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = WITHIN_REACH)
  default void pagesOfWhatIsWithinReachStayRightWhileCampaignsCome() {
    Household household = Household.in(store());
    Caller caller = Visitors.callerOf(household.tenant());
    long reserved = NewIds.next();
    Campaign first = household.stored(household.campaign(PlanSamples.LEAST));
    Campaign second = household.stored(household.campaign(PlanSamples.FULLEST));
    Campaign third = household.stored(household.campaign(PlanSamples.LEAST));
    CampaignReach reach = new CampaignReach(
        Set.of(CampaignType.INBOUND), Set.of(second.id(), new CampaignId(reserved)));

    Page<Campaign> newest = store().campaigns().list(caller, reach, PageRequest.first(1));
    household.stored(household.campaign(PlanSamples.LEAST));
    Campaign late = household.stored(
        Campaign.drafted(new CampaignId(reserved), household.id(), PlanSamples.FULLEST, Moments.NOW));
    Page<Campaign> middle = store().campaigns().list(caller, reach, new PageRequest(1, newest.next()));
    Page<Campaign> rest = store().campaigns().list(caller, reach, new PageRequest(2, middle.next()));

    assertThat(newest.items()).containsExactly(third);
    assertThat(middle.items()).containsExactly(second);
    assertThat(rest).isEqualTo(new Page<>(List.of(first, late), OptionalLong.empty()));
  }

  private void assertEdges(Household household, CampaignReach reach, List<Campaign> newestFirst) {
    Caller caller = Visitors.callerOf(household.tenant());
    Edges.areRight(
        newestFirst, request -> store().campaigns().list(caller, reach, request), campaign -> campaign.id().value());
  }

  private static CampaignReach reach(CampaignType type) {
    return new CampaignReach(Set.of(type), Set.of());
  }
}
