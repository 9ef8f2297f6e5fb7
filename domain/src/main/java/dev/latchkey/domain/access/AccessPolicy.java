package dev.latchkey.domain.access;

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
 * The access policy: the contract's decision table, from the header to the campaign. The first check that refuses
 * decides. No refusal reveals anything about a key before its secret is proven.
 */
public final class AccessPolicy {

  static final List<AccessCheck> BEFORE_COUNTING = List.of(AccessCheck.KEY_ENABLED, AccessCheck.KEY_IN_FORCE,
      AccessCheck.TENANT_ACTIVE, AccessCheck.ADDRESS_ALLOWED);

  static final List<AccessCheck> AFTER_COUNTING = List.of(AccessCheck.RATE_WITHIN_LIMIT, AccessCheck.PERMISSION_HELD);

  static final List<AccessCheck> BEFORE_THE_CAMPAIGN = List.of(AccessCheck.PERMISSION_HELD, AccessCheck.TENANT_NAMED);

  static final List<AccessCheck> AT_THE_CAMPAIGN = List.of(AccessCheck.CAMPAIGN_IN_REACH, AccessCheck.CAMPAIGN_EXISTS);

  private AccessPolicy() {}

  /** Decides who sent a request and whether the key has the required permission. May block on the store. */
  public static AccessDecision check(
      PresentedCredentials credentials, AccessRequest attempt, AccessFacts evidence, FailureLimits limits) {
    return switch (read(credentials)) {
      case Refusal refusal -> refusal;
      case ParsedCredentials.Key(PlainKey key) -> switch (evidence.recall(key.id())) {
        case CacheLookup.Hit(Optional<StoredKey> known) -> check(key, known, attempt, evidence, limits);
        case CacheLookup.Miss() -> {
          Optional<Duration> wait = limits.countLookUp(attempt.address()).filter(_ -> !isRecognised(key, evidence));
          yield wait.isPresent()
              ? new Refusal.TooManyFailures(wait.get())
              : check(key, evidence.credential(key.id()), attempt, evidence, limits);
        }
      };
    };
  }

  private static AccessDecision check(
      PlainKey key, Optional<StoredKey> found, AccessRequest attempt, AccessFacts evidence, FailureLimits limits) {
    if (beforeCounting(key, found, attempt, evidence, limits) instanceof Refusal refusal) {
      return refusal;
    }
    StoredKey credential = found.orElseThrow();
    Optional<RateLimit> limit = credential.key().settings().rateLimit();
    return afterCounting(credential, attempt, limit.map(l -> evidence.count(key.id(), l)));
  }

  /**
   * Decides as {@link #check} does, from cached facts only.
   *
   * @return the decision; empty if the cached facts do not suffice, in which case nothing was counted
   */
  public static Optional<AccessDecision> checkAtOnce(
      PresentedCredentials credentials, AccessRequest attempt, CachedAccessFacts evidence, FailureLimits limits) {
    return switch (read(credentials)) {
      case Refusal refusal -> Optional.of(refusal);
      case ParsedCredentials.Key(PlainKey key) -> switch (evidence.recall(key.id())) {
        case CacheLookup.Hit(Optional<StoredKey> known) -> checkAtOnce(key, known, attempt, evidence, limits);
        case CacheLookup.Miss() ->
          limits.foreseeLookUp(attempt.address())
              .filter(_ -> !isRecognised(key, evidence))
              .map(Refusal.TooManyFailures::new);
      };
    };
  }

  private static Optional<AccessDecision> checkAtOnce(
      PlainKey key, Optional<StoredKey> found, AccessRequest attempt, CachedAccessFacts evidence,
      FailureLimits limits) {
    if (beforeCounting(key, found, attempt, evidence, limits) instanceof Refusal refusal) {
      return Optional.of(refusal);
    }
    StoredKey credential = found.orElseThrow();
    Optional<RateLimit> limit = credential.key().settings().rateLimit();
    Optional<RateVerdict> rate = limit.flatMap(l -> evidence.countAtOnce(key.id(), l));
    return limit.isPresent() && rate.isEmpty()
        ? Optional.empty()
        : Optional.of(afterCounting(credential, attempt, rate));
  }

  /**
   * Whether the secret matches the key's seal at its last look-up. Only the holder of the key passes, so this look-up
   * does not count against the source's budget. The secret is compared for an unknown key too, so that both cases take
   * the same time.
   */
  private static boolean isRecognised(PlainKey key, CachedAccessFacts evidence) {
    return evidence.matches(key.secret(), evidence.lastSeal(key.id()));
  }

  private static ParsedCredentials read(PresentedCredentials credentials) {
    return switch (credentials) {
      case PresentedCredentials.Missing() -> new Refusal.CredentialsMissing();
      case PresentedCredentials.Malformed(CredentialFault fault) -> new Refusal.CredentialsMalformed(fault);
      case PresentedCredentials.Bearer(PresentedKey presented) -> switch (KeyFormat.read(presented)) {
        case KeyReading.WellFormed(PlainKey key) -> new ParsedCredentials.Key(key);
        case KeyReading.Malformed(KeyFault fault) ->
          presented.fault().<ParsedCredentials>map(Refusal.CredentialsMalformed::new)
              .orElseGet(() -> new Refusal.KeyMalformed(fault));
      };
    };
  }

  /** Runs steps 4 to 8. */
  private static CheckOutcome beforeCounting(
      PlainKey key, Optional<StoredKey> found, AccessRequest attempt, CachedAccessFacts evidence,
      FailureLimits limits) {
    Optional<StoredKey> known = found.filter(c -> c.key().environment() == key.environment());
    // The secret is compared for an unknown key too, so that both kinds of failure take the same time.
    boolean matches = evidence.matches(key.secret(), known.map(credential -> credential.key().seal()));
    if (known.isEmpty() || !matches) {
      return limits.countFailure(attempt.address()).<Refusal>map(Refusal.TooManyFailures::new)
          .orElseGet(Refusal.KeyInvalid::new);
    }
    return firstRefusal(BEFORE_COUNTING, AccessContext.into(known.get(), attempt));
  }

  /** Runs steps 9 and 10. */
  private static AccessDecision afterCounting(StoredKey credential, AccessRequest attempt, Optional<RateVerdict> rate) {
    return firstRefusal(AFTER_COUNTING,
        AccessContext.into(credential, attempt).counted(rate)) instanceof Refusal refusal
            ? refusal
            : new AdmittedCaller(credential, attempt, rate);
  }

  /**
   * Explains what would be decided for a key that is presented correctly. Runs the same checks as the decision, in the
   * same order, and changes nothing.
   *
   * @param rate the result of counting the request; empty if the key has no limit
   */
  public static Explanation explain(
      StoredKey credential, AccessRequest attempt, Optional<RateVerdict> rate, ExplainedCampaign concern) {
    Optional<CampaignLookup> visit = visit(credential, concern);
    return explain(new AccessContext(credential, attempt, rate, new TenantClaim.Absent(), visit), concern);
  }

  /**
   * Explains a refused request by the key's current settings. The note of the refusal lacks the count of the rate limit
   * and the tenant_id of that moment; both are derived from the refusal code.
   *
   * @param concern the campaign that the request was about, or none
   */
  public static Explanation explain(StoredKey credential, RefusedRequest refused, ExplainedCampaign concern) {
    Optional<RateVerdict> rate = credential.key().settings().rateLimit().map(_ -> refused.rate());
    AccessRequest attempt = new AccessRequest(refused.permission(), refused.address(), refused.at());
    // Every request about a campaign needs a permission. A note without one cannot be checked against the rules.
    Optional<CampaignLookup> visit = refused.permission().flatMap(_ -> visit(credential, concern));
    return explain(new AccessContext(credential, attempt, rate, refused.claim(), visit), concern);
  }

  private static Optional<CampaignLookup> visit(StoredKey credential, ExplainedCampaign concern) {
    return concern instanceof ExplainedCampaign.OneCampaign(CampaignLookup campaign)
        ? Optional.of(campaign.within(credential.tenant().id()))
        : Optional.empty();
  }

  private static Explanation explain(AccessContext inquiry, ExplainedCampaign concern) {
    List<CheckResult> steps = new ArrayList<>();
    for (AccessCheck question : AccessCheck.values()) {
      if (question == AccessCheck.CAMPAIGN_IN_REACH
          && concern instanceof ExplainedCampaign.AnyCampaign
          && inquiry.attempt().permission().filter(Permission::isAboutCampaigns).isPresent()) {
        return onAnyCampaign(steps, inquiry);
      }
      CheckOutcome outcome = question.run(inquiry);
      steps.add(question.step(outcome));
      if (outcome instanceof Refusal refusal) {
        return new Explanation(steps, new Explanation.Refused(refusal));
      }
    }
    return new Explanation(steps, new Explanation.Granted());
  }

  /**
   * Ends an explanation that names no campaign. The outcome depends on the campaign, unless the rules allow the action
   * on none.
   */
  private static Explanation onAnyCampaign(List<CheckResult> passed, AccessContext inquiry) {
    Permission needed = inquiry.attempt().permission().orElseThrow();
    CampaignAccess access = inquiry.credential().key().settings().grant().campaignAccess();
    boolean creates = needed == Permission.CAMPAIGNS_WRITE;
    if (!access.reach(needed.action()).equals(CampaignReach.NOWHERE)) {
      return ended(passed, new Explanation.DependsOnCampaign(access.rulesOn(needed.action())),
          AccessCheck.CAMPAIGN_IN_REACH.step(new CheckResult.DependsOnCampaign(creates)));
    }
    return creates
        ? ended(passed, new Explanation.Granted(),
            AccessCheck.CAMPAIGN_IN_REACH.step(CheckOutcome.Reason.CREATION_ONLY),
            AccessCheck.CAMPAIGN_EXISTS.step(CheckOutcome.Reason.NO_CAMPAIGN_CONCERNED))
        : ended(passed, new Explanation.Refused(new Refusal.CampaignAccessDenied(Optional.empty())),
            AccessCheck.CAMPAIGN_IN_REACH.step(new CheckResult.AllowedNowhere()));
  }

  private static Explanation ended(List<CheckResult> passed, Explanation.Decision decision, CheckResult... last) {
    return new Explanation(Stream.concat(passed.stream(), Stream.of(last)).toList(), decision);
  }

  /** Returns the outcome of the first check that refuses, or of the last check. */
  static CheckOutcome firstRefusal(List<AccessCheck> questions, AccessContext inquiry) {
    CheckOutcome answer = questions.getFirst().run(inquiry);
    for (int i = 1; i < questions.size() && answer instanceof CheckOutcome.Passed; i++) {
      answer = questions.get(i).run(inquiry);
    }
    return answer;
  }
}
