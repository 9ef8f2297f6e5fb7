package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.TenantClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The access policy: the contract's decision table, from the header to the campaign. It decides on values and asks for
 * nothing: its caller looks up, compares and counts between the stages {@link #read}, {@link #prove} and {@link #admit},
 * each of which needs the result of the one before it. The first check that refuses decides. No refusal reveals anything
 * about a key before its secret is proven.
 */
public final class AccessPolicy {

  static final List<AccessCheck> BEFORE_COUNTING = List.of(AccessCheck.KEY_ENABLED, AccessCheck.KEY_IN_FORCE,
      AccessCheck.TENANT_ACTIVE, AccessCheck.ADDRESS_ALLOWED);

  static final List<AccessCheck> AFTER_COUNTING = List.of(AccessCheck.RATE_WITHIN_LIMIT, AccessCheck.PERMISSION_HELD);

  static final List<AccessCheck> BEFORE_THE_CAMPAIGN = List.of(AccessCheck.PERMISSION_HELD, AccessCheck.TENANT_NAMED);

  static final List<AccessCheck> ON_THE_CAMPAIGN = List.of(AccessCheck.PERMISSION_HELD, AccessCheck.TENANT_NAMED,
      AccessCheck.CAMPAIGN_IN_REACH, AccessCheck.CAMPAIGN_EXISTS);

  private AccessPolicy() {}

  /** Runs steps 1 to 3, which need no look-up. */
  public static ParsedCredentials read(PresentedCredentials credentials) {
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

  /**
   * Runs steps 4 to 8.
   *
   * @param found the stored key with the id of the presented one; empty if there is none
   * @param secretMatches whether the presented secret matches the seal of the stored key
   */
  public static KeyProof prove(
      PlainKey presented, Optional<StoredKey> found, boolean secretMatches, AccessRequest request) {
    Optional<StoredKey> known = found.filter(stored -> stored.key().environment() == presented.environment());
    if (known.isEmpty() || !secretMatches) {
      return new Refusal.KeyInvalid();
    }
    StoredKey credential = known.get();
    AccessCheck.Context context = AccessCheck.Context.of(credential, request, Optional.empty());
    Optional<Refusal> refusal = firstRefusal(BEFORE_COUNTING, context);
    return refusal.isPresent() ? refusal.get() : new KeyProof.ProvenKey(credential, request);
  }

  /**
   * Runs steps 9 and 10.
   *
   * @param rate the result of counting the request; empty if the key has no rate limit
   * @throws IllegalArgumentException if the key has a rate limit and the request was not counted, or the reverse
   */
  public static AccessDecision admit(KeyProof.ProvenKey key, Optional<RateVerdict> rate) {
    if (rate.isPresent() != key.rateLimit().isPresent()) {
      throw new IllegalArgumentException("A request is counted if its key has a rate limit, and only then");
    }
    AccessCheck.Context context = AccessCheck.Context.of(key.credential(), key.request(), rate);
    Optional<Refusal> refusal = firstRefusal(AFTER_COUNTING, context);
    return refusal.isPresent() ? refusal.get() : new AdmittedCaller(key.credential(), key.request(), rate);
  }

  /** Runs steps 10 and 11, which need no campaign. Empty if both pass. */
  public static Optional<Refusal> refusalBeforeCampaign(Caller caller, Permission permission, TenantClaim claim) {
    return firstRefusal(BEFORE_THE_CAMPAIGN, context(caller, permission, claim, Optional.empty()));
  }

  /** Runs steps 10 to 13. Runs steps 10 and 11 again, so that no caller of this method can omit them. */
  public static CampaignEntry enter(
      Caller caller, CampaignLookup campaign, Permission permission, TenantClaim claim) {
    CampaignLookup own = campaign.within(caller.tenant());
    Optional<Refusal> refusal = firstRefusal(ON_THE_CAMPAIGN, context(caller, permission, claim, Optional.of(own)));
    return refusal.isPresent()
        ? refusal.get()
        : new EnteredCampaign(own.found().orElseThrow(), permission, caller.actor(), caller.request().address());
  }

  private static AccessCheck.Context context(
      Caller caller, Permission permission, TenantClaim claim, Optional<CampaignLookup> campaign) {
    AccessRequest request = caller.request().requiring(permission);
    return new AccessCheck.Context(caller.credential(), request, Optional.empty(), claim, campaign);
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
    return explain(new AccessCheck.Context(credential, attempt, rate, new TenantClaim.Absent(), visit), concern);
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
    return explain(new AccessCheck.Context(credential, attempt, rate, refused.claim(), visit), concern);
  }

  private static Optional<CampaignLookup> visit(StoredKey credential, ExplainedCampaign concern) {
    return concern instanceof ExplainedCampaign.OneCampaign(CampaignLookup campaign)
        ? Optional.of(campaign.within(credential.tenant().id()))
        : Optional.empty();
  }

  private static Explanation explain(AccessCheck.Context context, ExplainedCampaign concern) {
    List<CheckResult> steps = new ArrayList<>();
    for (AccessCheck check : AccessCheck.values()) {
      if (check == AccessCheck.CAMPAIGN_IN_REACH
          && concern instanceof ExplainedCampaign.AnyCampaign
          && context.request().permission().filter(Permission::isAboutCampaigns).isPresent()) {
        return onAnyCampaign(steps, context);
      }
      CheckOutcome outcome = check.run(context);
      steps.add(check.step(outcome));
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
  private static Explanation onAnyCampaign(List<CheckResult> passed, AccessCheck.Context context) {
    Permission needed = context.request().permission().orElseThrow();
    CampaignAccess access = context.credential().key().settings().grant().campaignAccess();
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

  /** Returns the refusal of the first check that refuses; empty if all checks pass. */
  static Optional<Refusal> firstRefusal(List<AccessCheck> checks, AccessCheck.Context context) {
    for (AccessCheck check : checks) {
      if (check.run(context) instanceof Refusal refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }
}
