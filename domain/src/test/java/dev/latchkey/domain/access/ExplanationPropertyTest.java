package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.key.RateVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What is explained is what is decided. */
@Domain(Situations.class)
@Domain(DomainContext.Global.class)
class ExplanationPropertyTest {

  /** The questions in the order of the contract's table, with the codes that each refuses with. */
  private static final List<List<String>> STEPS = List.of(
      List.of("key_enabled", "key_disabled"),
      List.of("key_in_force", "key_expired", "key_not_yet_valid"),
      List.of("tenant_active", "tenant_suspended"),
      List.of("address_allowed", "address_not_allowed"),
      List.of("rate_within_limit", "rate_limited"),
      List.of("permission_held", "permission_missing"),
      List.of("tenant_named", "tenant_id_missing", "tenant_mismatch"),
      List.of("campaign_in_reach", "campaign_access_denied"),
      List.of("campaign_exists", "campaign_not_found"));

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theExplanationOfAVisitIsTheDecision(@ForAll Situation situation) {
    presentedRightly(situation);
    situation.scene.needed = Optional.of(situation.entering);

    Explanation explained = explain(situation, Optional.of(new Visit(situation.campaign, situation.ours())));

    assertThat(explained.refusal()).isEqualTo(situation.decide());
    assertStepsLeadTo(explained);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theExplanationOfARequestOnNoCampaignIsTheDecision(@ForAll Situation situation) {
    presentedRightly(situation);

    Explanation explained = explain(situation, Optional.empty());

    assertThat(explained.refusal()).isEqualTo(switch (situation.scene.check()) {
      case Refusal refusal -> Optional.of(refusal);
      case Caller _ -> Optional.empty();
    });
    assertStepsLeadTo(explained);
  }

  private static void presentedRightly(Situation situation) {
    situation.scene.known = true;
    situation.scene.presented = situation.scene.plain;
    situation.scene.storedEnvironment = situation.scene.plain.environment();
    situation.claim = new TenantClaim.Unsaid();
  }

  private static Explanation explain(Situation situation, Optional<Visit> visit) {
    Optional<RateVerdict> rate = situation.scene.rateLimit.map(_ -> situation.scene.rate);
    return AccessRules.explain(situation.scene.credential(), situation.scene.attempt(), rate, visit);
  }

  /** The steps are exactly those up to the one that decides; all before it passed, and it alone says what is refused. */
  private static void assertStepsLeadTo(Explanation explained) {
    int decider = explained.refusal().map(refusal -> stepOf(refusal.code())).orElse(STEPS.size() - 1);

    assertThat(explained.steps()).extracting(Step::question)
        .isEqualTo(STEPS.subList(0, decider + 1).stream().map(List::getFirst).toList());
    Boolean[] passed = new Boolean[decider + 1];
    Arrays.fill(passed, true);
    passed[decider] = explained.refusal().isEmpty();
    assertThat(explained.steps()).extracting(Step::passed).containsExactly(passed);
    explained.refusal().ifPresent(refusal -> {
      assertThat(explained.steps().getLast().because()).isEqualTo(refusal.because());
      assertThat(explained.steps().getLast().rule()).isEqualTo(refusal.rule());
    });
  }

  private static int stepOf(String code) {
    for (int step = 0; step < STEPS.size(); step++) {
      if (STEPS.get(step).contains(code)) {
        return step;
      }
    }
    throw new AssertionError("No step refuses with " + code);
  }
}
