package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.id.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** The whole decision, from the key to the campaign, over generated situations. */
@Domain(Situations.class)
@Domain(DomainContext.Global.class)
class DecisionPropertyTest {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theDecisionIsThatOfTheContractsTable(@ForAll Situation situation) {
    assertThat(situation.code()).isEqualTo(ContractTable.decide(situation));
  }

  /** Guards the other properties: they would show nothing of a step that no situation reaches. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void everyDecisionOccursAmongTheSituations(@ForAll Situation situation) {
    Statistics.collect(ContractTable.decide(situation));
    Statistics.coverage(coverage -> {
      coverage.check(Situation.GRANTED).percentage(share -> share > 5);
      Situation.ASPECTS.forEach(
          aspect -> aspect.codes().forEach(code -> coverage.check(code).count(count -> count > 0)));
    });
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aLaterStepNeverChangesARefusal(@ForAll Situation situation, @ForAll Situation other) {
    situation.decide().ifPresent(
        refusal -> assertThat(situation.followedBy(other, refusal.code()).decide()).contains(refusal));
  }

  /** A request that is refused before its campaign is looked up is refused in the same way after the look-up. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void theLookUpOfACampaignChangesNoRefusalBeforeIt(@ForAll Situation situation) {
    if (situation.scene.check() instanceof Caller caller) {
      Optional<Refusal> before = AccessPolicy.refusalBeforeCampaign(caller, situation.entering, situation.claim);
      Set<String> ofTheCampaign = Set.of(Situation.GRANTED, "campaign_access_denied", "campaign_not_found");

      assertThat(before.map(Refusal::code))
          .isEqualTo(Optional.of(situation.code()).filter(code -> !ofTheCampaign.contains(code)));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theOrderOfTheRulesDoesNotDecide(@ForAll Situation situation, @ForAll Random random) {
    String before = situation.code();
    List<CampaignRule> shuffled = new ArrayList<>(situation.scene.access.rules());
    Collections.shuffle(shuffled, random);
    situation.scene.access = new CampaignAccess(shuffled);

    assertThat(situation.code()).isEqualTo(before);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void denyBeatsAllowWhereverItStands(@ForAll Situation situation, @ForAll Random random) {
    CampaignRule deny = new CampaignRule(
        Effect.DENY, Set.of(situation.entering.action()), new CampaignSelector.Named(Set.of(situation.campaign)));
    situation.scene.access = with(situation, deny, random);

    assertThat(situation.isGranted()).isFalse();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aDenyThatIsAddedOrAnAllowThatIsRemovedNeverGrants(
      @ForAll Situation situation, @ForAll Action action, @ForAll Random random) {
    if (situation.isGranted()) {
      return;
    }
    CampaignAccess before = situation.scene.access;
    CampaignSelector selector = random.nextBoolean()
        ? new CampaignSelector.All()
        : new CampaignSelector.Named(Set.of(situation.campaign));
    situation.scene.access = with(situation, new CampaignRule(Effect.DENY, Set.of(action), selector), random);
    assertThat(situation.isGranted()).isFalse();

    for (CampaignRule allow : before.rules().stream().filter(rule -> rule.effect() == Effect.ALLOW).toList()) {
      List<CampaignRule> fewer = new ArrayList<>(before.rules());
      fewer.remove(allow);
      situation.scene.access = new CampaignAccess(fewer);
      assertThat(situation.isGranted()).isFalse();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void withoutRulesNothingIsGranted(@ForAll Situation situation) {
    situation.scene.access = CampaignAccess.NONE;

    assertThat(situation.isGranted()).isFalse();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anotherTenantsCampaignIsRefusedLikeAnUnknownOneWhateverTheRules(@ForAll Situation situation) {
    situation.found = Optional.empty();
    Optional<Refusal> unknown = situation.decide();
    situation.found = Optional.of(Scene.campaign(situation.campaign, new TenantId(11)));

    assertThat(situation.decide()).isEqualTo(unknown).isPresent();
  }

  private static CampaignAccess with(Situation situation, CampaignRule rule, Random random) {
    List<CampaignRule> more = new ArrayList<>(situation.scene.access.rules());
    more.add(random.nextInt(more.size() + 1), rule);
    return new CampaignAccess(more);
  }
}
