package dev.latchkey.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignAccess.Verdict;
import dev.latchkey.domain.id.CampaignId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CampaignAccessPropertyTest {

  /** No rule of the arbitrary ones names it. */
  private static final CampaignId UNNAMED = new CampaignId(5);

  @Property
  void theOrderOfTheRulesDoesNotDecide(
      @ForAll("rules") List<CampaignRule> rules,
      @ForAll("visits") Visit visit,
      @ForAll Random random) {
    List<CampaignRule> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, random);

    assertThat(verdict(shuffled, visit).getClass()).isEqualTo(verdict(rules, visit).getClass());
  }

  @Property
  void oneDenyThatAppliesRefusesWhateverElseIsThere(
      @ForAll("rules") List<CampaignRule> rules,
      @ForAll("rules") List<CampaignRule> more,
      @ForAll("visits") Visit visit) {
    List<CampaignRule> all = new ArrayList<>(rules);
    all.add(new CampaignRule(Effect.DENY, Set.of(visit.action()), new CampaignSelector.All()));
    all.addAll(more);

    assertThat(verdict(all, visit)).isInstanceOf(Verdict.Denied.class);
  }

  @Property
  void withoutAnAllowThatAppliesEverythingIsRefused(
      @ForAll("rules") List<CampaignRule> rules, @ForAll("visits") Visit visit) {
    List<CampaignRule> silent = rules.stream()
        .filter(rule -> rule.effect() == Effect.DENY || !rule.appliesTo(visit.action(), visit.id(), visit.type()))
        .toList();

    assertThat(verdict(silent, visit)).isNotInstanceOf(Verdict.Allowed.class);
  }

  @Property
  void aDenyThatIsAddedNeverAllowsMore(
      @ForAll("rules") List<CampaignRule> rules, @ForAll("rules") List<CampaignRule> more,
      @ForAll("visits") Visit visit) {
    List<CampaignRule> stricter = new ArrayList<>(rules);
    more.stream().filter(rule -> rule.effect() == Effect.DENY).forEach(stricter::add);

    if (!(verdict(rules, visit) instanceof Verdict.Allowed)) {
      assertThat(verdict(stricter, visit)).isNotInstanceOf(Verdict.Allowed.class);
    }
  }

  @Property
  void aVerdictNamesARuleThatIsThereAndApplies(
      @ForAll("rules") List<CampaignRule> rules, @ForAll("visits") Visit visit) {
    Optional<CampaignRule> named = switch (verdict(rules, visit)) {
      case Verdict.Allowed(CampaignRule rule) -> Optional.of(rule);
      case Verdict.Denied(CampaignRule rule) -> Optional.of(rule);
      case Verdict.NothingAllows() -> Optional.empty();
    };

    named.ifPresent(rule -> {
      assertThat(rules).contains(rule);
      assertThat(rule.appliesTo(visit.action(), visit.id(), visit.type())).isTrue();
    });
  }

  @Property
  void aVerdictNamesTheFirstRuleThatDecides(@ForAll("rules") List<CampaignRule> rules, @ForAll("visits") Visit visit) {
    Optional<Verdict> denied = first(rules, Effect.DENY, visit).map(Verdict.Denied::new);
    Optional<Verdict> allowed = first(rules, Effect.ALLOW, visit).map(Verdict.Allowed::new);

    assertThat(verdict(rules, visit)).isEqualTo(denied.or(() -> allowed).orElse(new Verdict.NothingAllows()));
  }

  private static Optional<CampaignRule> first(List<CampaignRule> rules, Effect effect, Visit visit) {
    return rules.stream()
        .filter(rule -> rule.effect() == effect && NaiveRules.isAbout(rule, visit.action(), visit.id(), visit.type()))
        .findFirst();
  }

  @Property
  void theVerdictIsThatOfTheContractsWords(@ForAll("rules") List<CampaignRule> rules, @ForAll("visits") Visit visit) {
    assertThat(verdict(rules, visit) instanceof Verdict.Allowed)
        .isEqualTo(NaiveRules.allow(rules, visit.action(), visit.id(), visit.type()));
  }

  @Property
  void outsideOfTheReachNothingIsAllowed(@ForAll("rules") List<CampaignRule> rules, @ForAll("visits") Visit visit) {
    visit.type().ifPresent(type -> {
      if (NaiveRules.allow(rules, visit.action(), visit.id(), visit.type())) {
        assertThat(new CampaignAccess(rules).reach(visit.action()).holds(visit.id(), type)).isTrue();
      }
    });
  }

  @Property
  void withinTheReachIsNothingThatNoCampaignNeeds(
      @ForAll("rules") List<CampaignRule> rules, @ForAll Action action) {
    CampaignReach reach = new CampaignAccess(rules).reach(action);

    assertThat(reach.types()).allMatch(type -> NaiveRules.allow(rules, action, UNNAMED, Optional.of(type)));
    assertThat(reach.named())
        .allMatch(
            id -> Arrays.stream(CampaignType.values())
                .filter(type -> !reach.types().contains(type))
                .anyMatch(type -> NaiveRules.allow(rules, action, id, Optional.of(type))));
  }

  record Visit(Action action, CampaignId id, Optional<CampaignType> type) {}

  @Provide
  Arbitrary<Visit> visits() {
    return Combinators
        .combine(Arbitraries.of(Action.class), RuleArbitraries.ids(), Arbitraries.of(CampaignType.class).optional())
        .as(Visit::new);
  }

  @Provide
  Arbitrary<List<CampaignRule>> rules() {
    return RuleArbitraries.rules();
  }

  private static Verdict verdict(List<CampaignRule> rules, Visit visit) {
    return new CampaignAccess(rules).on(visit.action(), visit.id(), visit.type());
  }
}
