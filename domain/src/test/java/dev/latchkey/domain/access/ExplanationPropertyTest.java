package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.TenantClaim;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
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

    Explanation explained = explain(situation, visit(situation));

    assertThat(explained.decision()).isEqualTo(decision(situation.decide()));
    assertStepsLeadTo(explained);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theExplanationOfARequestOnNoCampaignIsTheDecision(@ForAll Situation situation) {
    presentedRightly(situation);

    Explanation explained = explain(situation, new ExplainedCampaign.NoCampaign());

    assertThat(explained.decision()).isEqualTo(decision(refusal(situation.scene.check())));
    assertStepsLeadTo(explained);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whereNoCampaignIsNamedTheRulesThatCouldDecideAreGiven(@ForAll Situation situation) {
    presentedRightly(situation);
    situation.scene.needed = Optional.of(situation.entering);

    Explanation explained = explain(situation, new ExplainedCampaign.AnyCampaign());

    if (refusal(situation.scene.check()).isPresent()) {
      assertThat(explained).isEqualTo(explain(situation, visit(situation)));
      return;
    }
    List<CampaignRule> rules = situation.scene.access.rules().stream()
        .filter(rule -> rule.actions().contains(situation.entering.action())).toList();
    CheckResult reach = explained.steps().get(7);
    assertThat(reach.question()).isEqualTo("campaign_in_reach");
    boolean creates = situation.entering == Permission.CAMPAIGNS_WRITE;
    if (isAllowedNowhere(rules)) {
      assertThat(explained.decision()).isEqualTo(
          decision(creates ? Optional.empty() : Optional.of(new Refusal.CampaignAccessDenied(Optional.empty()))));
      assertThat(explained.steps()).hasSize(creates ? 9 : 8);
      assertThat(reach.passed()).isEqualTo(creates);
      assertThat(reach.outcome())
          .isEqualTo(creates ? CheckOutcome.Reason.CREATION_ONLY : new CheckResult.AllowedNowhere());
      // The type of a campaign that is not there is unknown, so a rule for all campaigns may reach it.
      assertThat(explain(situation, visit(situation)).refusal().map(Refusal::code).orElseThrow())
          .isIn("campaign_access_denied", "campaign_not_found");
      return;
    }
    assertThat(explained.decision()).isEqualTo(new Explanation.DependsOnCampaign(rules));
    assertThat(explained.steps()).hasSize(8);
    assertThat(reach.outcome()).isEqualTo(new CheckResult.DependsOnCampaign(creates));
    assertThat(explain(situation, visit(situation)).steps()).flatExtracting(step -> step.rule().stream().toList())
        .isSubsetOf(rules);
  }

  /** Tries a campaign of each type under every id that a rule names, and under one that none names. */
  private static boolean isAllowedNowhere(List<CampaignRule> rules) {
    Set<CampaignId> ids = rules.stream()
        .flatMap(rule -> rule.campaigns() instanceof CampaignSelector.Named(Set<CampaignId> named)
            ? named.stream()
            : Stream.empty())
        .collect(Collectors.toCollection(HashSet::new));
    ids.add(new CampaignId(Long.MAX_VALUE));
    return ids.stream().noneMatch(id -> Stream.of(CampaignType.values()).anyMatch(type -> {
      List<CampaignRule> about = rules.stream().filter(rule -> switch (rule.campaigns()) {
        case CampaignSelector.All() -> true;
        case CampaignSelector.OfType(CampaignType only) -> only == type;
        case CampaignSelector.Named(Set<CampaignId> named) -> named.contains(id);
      }).toList();
      return !about.isEmpty() && about.stream().allMatch(rule -> rule.effect() == Effect.ALLOW);
    }));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theExplanationOfANotedRequestIsTheRefusalThatWasNoted(@ForAll Situation situation) {
    TenantClaim claim = situation.claim;
    presentedRightly(situation);
    situation.claim = claim;
    Optional<Refusal> refused = situation.decide();
    Assume.that(refused.isPresent());

    Explanation explained = AccessPolicy.explain(
        situation.scene.credential(), noted(situation, refused.get()), visit(situation));

    assertThat(explained.refusal().map(Refusal::code)).contains(refused.get().code());
    assertThat(explained.refusal().flatMap(Refusal::rule)).isEqualTo(refused.get().rule());
    assertStepsLeadTo(explained);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aNotedRequestIsExplainedAlsoWhereTheKeyHasChangedSince(@ForAll Situation then, @ForAll Situation now) {
    presentedRightly(then);
    Optional<Refusal> refused = then.decide();
    Assume.that(refused.isPresent());

    Explanation explained = AccessPolicy.explain(now.scene.credential(), noted(then, refused.get()), visit(then));

    assertStepsLeadTo(explained);
  }

  private static RefusedRequest noted(Situation situation, Refusal refusal) {
    Permission needed = refusal instanceof Refusal.PermissionMissing(Permission missing) ? missing : situation.entering;
    return new RefusedRequest("request-1", situation.scene.plain.id(), refusal.code(), Optional.empty(),
        Optional.of(needed),
        Optional.of(situation.campaign), situation.scene.address, Scene.NOW);
  }

  private static ExplainedCampaign visit(Situation situation) {
    return new ExplainedCampaign.OneCampaign(new CampaignLookup(situation.campaign, situation.ours()));
  }

  private static Optional<Refusal> refusal(AccessDecision decision) {
    return switch (decision) {
      case Refusal refusal -> Optional.of(refusal);
      case Caller _ -> Optional.empty();
    };
  }

  private static Explanation.Decision decision(Optional<Refusal> refusal) {
    return refusal.<Explanation.Decision>map(Explanation.Refused::new).orElseGet(Explanation.Granted::new);
  }

  private static void presentedRightly(Situation situation) {
    situation.scene.known = true;
    situation.scene.presented = situation.scene.plain;
    situation.scene.storedEnvironment = situation.scene.plain.environment();
    situation.claim = new TenantClaim.Absent();
  }

  private static Explanation explain(Situation situation, ExplainedCampaign concern) {
    Optional<RateVerdict> rate = situation.scene.rateLimit.map(_ -> situation.scene.rate);
    return AccessPolicy.explain(situation.scene.credential(), situation.scene.request(), rate, concern);
  }

  /** The steps are exactly those up to the one that decides; all before it passed, and it alone says what is refused. */
  private static void assertStepsLeadTo(Explanation explained) {
    int decider = explained.refusal().map(refusal -> stepOf(refusal.code())).orElse(STEPS.size() - 1);

    assertThat(explained.steps()).extracting(CheckResult::question)
        .isEqualTo(STEPS.subList(0, decider + 1).stream().map(List::getFirst).toList());
    Boolean[] passed = new Boolean[decider + 1];
    Arrays.fill(passed, true);
    passed[decider] = explained.refusal().isEmpty();
    assertThat(explained.steps()).extracting(CheckResult::passed).containsExactly(passed);
    explained.refusal().ifPresent(refusal -> {
      assertThat(explained.steps().getLast().outcome()).isEqualTo(refusal);
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
