package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.AccessRule;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.KeyFormat;
import dev.latchkey.domain.key.KeyReading;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision: the contract's table, from the header to the campaign. The first question that refuses decides, and
 * nothing is said of a key before its secret is proven.
 */
public final class AccessRules {

  static final List<Question> BEFORE_COUNTING = List.of(Question.KEY_ENABLED, Question.KEY_IN_FORCE,
      Question.TENANT_ACTIVE, Question.ADDRESS_ALLOWED);

  static final List<Question> AFTER_COUNTING = List.of(Question.RATE_WITHIN_LIMIT, Question.PERMISSION_HELD);

  static final List<Question> BEFORE_THE_CAMPAIGN = List.of(Question.PERMISSION_HELD, Question.TENANT_NAMED);

  static final List<Question> AT_THE_CAMPAIGN = List.of(Question.CAMPAIGN_IN_REACH, Question.CAMPAIGN_EXISTS);

  private static final String CREATING = " Creating a campaign needs no rule.";
  private static final String NOTHING_ALLOWED = "No campaign access rule allows this action on any campaign.";

  private AccessRules() {}

  /** Decides who a request comes from and whether it may use the permission that it needs. May wait for the store. */
  public static AccessDecision check(
      Credentials credentials, Attempt attempt, Evidence evidence, FailureLimits limits) {
    return switch (read(credentials)) {
      case Refusal refusal -> refusal;
      case Presented.Key(PlainKey key) -> switch (evidence.recall(key.id())) {
        case Recollection.Known(Optional<Credential> known) -> check(key, known, attempt, evidence, limits);
        case Recollection.Unknown() -> {
          Optional<Duration> wait = limits.countLookUp(attempt.address()).filter(_ -> !isRecognised(key, evidence));
          yield wait.isPresent()
              ? new Refusal.TooManyFailures(wait.get())
              : check(key, evidence.credential(key.id()), attempt, evidence, limits);
        }
      };
    };
  }

  private static AccessDecision check(
      PlainKey key, Optional<Credential> found, Attempt attempt, Evidence evidence, FailureLimits limits) {
    if (beforeCounting(key, found, attempt, evidence, limits) instanceof Refusal refusal) {
      return refusal;
    }
    Credential credential = found.orElseThrow();
    Optional<RateLimit> limit = credential.key().settings().rateLimit();
    return afterCounting(credential, attempt, limit.map(l -> evidence.count(key.id(), l)));
  }

  /**
   * Decides as {@link #check} does, by what is at hand.
   *
   * @return the decision; empty where that does not suffice, and then nothing was counted
   */
  public static Optional<AccessDecision> checkAtOnce(
      Credentials credentials, Attempt attempt, EvidenceAtHand evidence, FailureLimits limits) {
    return switch (read(credentials)) {
      case Refusal refusal -> Optional.of(refusal);
      case Presented.Key(PlainKey key) -> switch (evidence.recall(key.id())) {
        case Recollection.Known(Optional<Credential> known) -> checkAtOnce(key, known, attempt, evidence, limits);
        case Recollection.Unknown() ->
          limits.foreseeLookUp(attempt.address())
              .filter(_ -> !isRecognised(key, evidence))
              .map(Refusal.TooManyFailures::new);
      };
    };
  }

  private static Optional<AccessDecision> checkAtOnce(
      PlainKey key, Optional<Credential> found, Attempt attempt, EvidenceAtHand evidence, FailureLimits limits) {
    if (beforeCounting(key, found, attempt, evidence, limits) instanceof Refusal refusal) {
      return Optional.of(refusal);
    }
    Credential credential = found.orElseThrow();
    Optional<RateLimit> limit = credential.key().settings().rateLimit();
    Optional<RateVerdict> rate = limit.flatMap(l -> evidence.countAtOnce(key.id(), l));
    return limit.isPresent() && rate.isEmpty()
        ? Optional.empty()
        : Optional.of(afterCounting(credential, attempt, rate));
  }

  /**
   * Whether the secret is the one that the key had when it was last looked up. Only its holder passes, so a look-up for it
   * does not count against the source's budget. The secret is compared for an unknown key too, so that both do the same work.
   */
  private static boolean isRecognised(PlainKey key, EvidenceAtHand evidence) {
    return evidence.matches(key.secret(), evidence.lastSeal(key.id()));
  }

  private static Presented read(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Missing() -> new Refusal.CredentialsMissing();
      case Credentials.Malformed(CredentialFault fault) -> new Refusal.CredentialsMalformed(fault);
      case Credentials.Bearer(PresentedKey presented) -> switch (KeyFormat.read(presented)) {
        case KeyReading.WellFormed(PlainKey key) -> new Presented.Key(key);
        case KeyReading.Malformed(KeyFault fault) ->
          presented.fault().<Presented>map(Refusal.CredentialsMalformed::new)
              .orElseGet(() -> new Refusal.KeyMalformed(fault));
      };
    };
  }

  /** Steps 4 to 8. */
  private static Answer beforeCounting(
      PlainKey key, Optional<Credential> found, Attempt attempt, EvidenceAtHand evidence, FailureLimits limits) {
    Optional<Credential> known = found.filter(c -> c.key().environment() == key.environment());
    // The secret is compared for an unknown key too, so that both kinds of failure do the same work.
    boolean matches = evidence.matches(key.secret(), known.map(credential -> credential.key().seal()));
    if (known.isEmpty() || !matches) {
      return limits.countFailure(attempt.address()).<Refusal>map(Refusal.TooManyFailures::new)
          .orElseGet(Refusal.KeyInvalid::new);
    }
    return firstRefusal(BEFORE_COUNTING, Inquiry.into(known.get(), attempt));
  }

  /** Steps 9 and 10. */
  private static AccessDecision afterCounting(Credential credential, Attempt attempt, Optional<RateVerdict> rate) {
    return firstRefusal(AFTER_COUNTING, Inquiry.into(credential, attempt).counted(rate)) instanceof Refusal refusal
        ? refusal
        : new AdmittedCaller(credential, attempt, rate);
  }

  /**
   * Explains what would be decided for a key that is presented rightly. Asks the same questions as the decision, in
   * the same order, and changes nothing.
   *
   * @param rate what counting the request would give; empty where the key has no limit
   */
  public static Explanation explain(
      Credential credential, Attempt attempt, Optional<RateVerdict> rate, Concern concern) {
    Optional<Visit> visit = visit(credential, concern);
    return explain(new Inquiry(credential, attempt, rate, new TenantClaim.Absent(), visit), concern);
  }

  /**
   * Explains a request that was refused, by the key's settings of today. What the note does not hold (the rate limit's
   * count and the tenant_id at that moment) follows from the code that it was refused with.
   *
   * @param concern the campaign that it was about, or none
   */
  public static Explanation explain(Credential credential, RefusedRequest refused, Concern concern) {
    Optional<RateVerdict> rate = credential.key().settings().rateLimit().map(_ -> refused.rate());
    Attempt attempt = new Attempt(refused.permission(), refused.address(), refused.at());
    // No request is about a campaign without needing a permission; a note that says so cannot be asked of the rules.
    Optional<Visit> visit = refused.permission().flatMap(_ -> visit(credential, concern));
    return explain(new Inquiry(credential, attempt, rate, refused.claim(), visit), concern);
  }

  private static Optional<Visit> visit(Credential credential, Concern concern) {
    return concern instanceof Concern.OneCampaign(Visit campaign)
        ? Optional.of(campaign.within(credential.tenant().id()))
        : Optional.empty();
  }

  private static Explanation explain(Inquiry inquiry, Concern concern) {
    List<Step> steps = new ArrayList<>();
    for (Question question : Question.values()) {
      if (question == Question.CAMPAIGN_IN_REACH
          && concern instanceof Concern.AnyCampaign
          && inquiry.attempt().permission().filter(Permission::isAboutCampaigns).isPresent()) {
        return onAnyCampaign(steps, inquiry);
      }
      switch (question.run(inquiry)) {
        case Answer.Passed(String because, Optional<AccessRule> rule) ->
          steps.add(new Step(question.label(), Step.Outcome.PASSED, because, rule));
        case Refusal refusal -> {
          steps.add(new Step(question.label(), Step.Outcome.REFUSED, refusal.because(), refusal.rule()));
          return new Explanation(steps, new Explanation.Refused(refusal));
        }
      }
    }
    return new Explanation(steps, new Explanation.Granted());
  }

  /** Ends an explanation that names no campaign. The rules decide for each one, unless they allow the action on none. */
  private static Explanation onAnyCampaign(List<Step> passed, Inquiry inquiry) {
    Permission needed = inquiry.attempt().permission().orElseThrow();
    CampaignAccess access = inquiry.credential().key().settings().grant().campaignAccess();
    boolean creates = needed == Permission.CAMPAIGNS_WRITE;
    if (!access.reach(needed.action()).equals(CampaignReach.NOWHERE)) {
      return ended(passed, new Explanation.DependsOnCampaign(access.rulesOn(needed.action())),
          Question.CAMPAIGN_IN_REACH.step(Step.Outcome.DEPENDS_ON_CAMPAIGN,
              "The campaign access rules decide for each campaign, and none is named." + (creates ? CREATING : "")));
    }
    return creates
        ? ended(passed, new Explanation.Granted(),
            Question.CAMPAIGN_IN_REACH.step(Step.Outcome.PASSED, NOTHING_ALLOWED + CREATING),
            Question.CAMPAIGN_EXISTS.step(Step.Outcome.PASSED, "No campaign is concerned."))
        : ended(passed, new Explanation.Refused(new Refusal.CampaignAccessDenied(Optional.empty())),
            Question.CAMPAIGN_IN_REACH.step(Step.Outcome.REFUSED, NOTHING_ALLOWED));
  }

  private static Explanation ended(List<Step> passed, Explanation.Decision decision, Step... last) {
    return new Explanation(Stream.concat(passed.stream(), Stream.of(last)).toList(), decision);
  }

  /** The answer of the first question that refuses, or of the last. */
  static Answer firstRefusal(List<Question> questions, Inquiry inquiry) {
    Answer answer = questions.getFirst().run(inquiry);
    for (int i = 1; i < questions.size() && answer instanceof Answer.Passed; i++) {
      answer = questions.get(i).run(inquiry);
    }
    return answer;
  }
}
