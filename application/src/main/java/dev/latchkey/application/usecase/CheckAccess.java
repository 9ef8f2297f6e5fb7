package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.AccessFacts;
import dev.latchkey.domain.access.AccessPolicy;
import dev.latchkey.domain.access.AccessRequest;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignEntry;
import dev.latchkey.domain.access.CampaignLookup;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.ExplainedCampaign;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.FailureLimits;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorDecision;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** Loads keys and campaigns, counts requests and failures, and evaluates the access rules. */
public final class CheckAccess implements ForCheckingAccess, AccessFacts {

  /** How long the result of a verification may be reused. */
  private static final Duration REUSE = Duration.ofSeconds(1);

  private final ForFindingCredentials credentials;
  private final ForStoringCampaigns campaigns;
  private final ForSealingKeys seals;
  private final ForLimitingRates rates;
  private final ForRecordingUse uses;
  private final ForTellingTime time;
  private final FailureLimits limits;
  private final OperatorToken operatorToken;

  public CheckAccess(
      ForFindingCredentials credentials,
      ForStoringCampaigns campaigns,
      ForSealingKeys seals,
      ForLimitingRates rates,
      ForRecordingUse uses,
      ForTellingTime time,
      ForLimitingFailures failures,
      OperatorToken operatorToken) {
    this.credentials = credentials;
    this.campaigns = campaigns;
    this.seals = seals;
    this.rates = rates;
    this.uses = uses;
    this.time = time;
    this.limits = new LimitFailures(failures);
    this.operatorToken = operatorToken;
  }

  @Override
  public AccessDecision check(
      PresentedCredentials presented, Optional<Permission> permission, Optional<InetAddress> address) {
    AccessRequest attempt = new AccessRequest(permission, address, time.now());
    return recorded(AccessPolicy.check(presented, attempt, this, limits), attempt);
  }

  @Override
  public Optional<AccessDecision> checkAtOnce(
      PresentedCredentials presented, Optional<Permission> permission, Optional<InetAddress> address) {
    AccessRequest attempt = new AccessRequest(permission, address, time.now());
    return AccessPolicy.checkAtOnce(presented, attempt, this, limits).map(decision -> recorded(decision, attempt));
  }

  /** Records the use of a key that was proven and admitted, regardless of later campaign rules. */
  private AccessDecision recorded(AccessDecision decision, AccessRequest attempt) {
    if (decision instanceof Caller caller) {
      uses.used(caller.credential().key().id(), attempt.at());
    }
    return decision;
  }

  @Override
  public CampaignEntry enter(Caller caller, CampaignId id, Permission permission, TenantClaim claim) {
    Optional<Refusal> refusal = AccessPolicy.refusalBeforeCampaign(caller, permission, claim);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    // Looked up before the rules are evaluated, regardless of their result, so that the response time reveals nothing.
    CampaignLookup campaign = new CampaignLookup(id, campaigns.find(caller, id));
    return AccessPolicy.enter(caller, campaign, permission, claim);
  }

  @Override
  public OperatorDecision checkOperatorAtOnce(PresentedCredentials presented, Optional<InetAddress> address) {
    OperatorDecision decision = operatorToken.admit(presented, address);
    return decision instanceof Refusal.OperatorTokenInvalid
        ? limits.countFailure(address).<OperatorDecision>map(Refusal.TooManyFailures::new).orElse(decision)
        : decision;
  }

  @Override
  public Optional<Explanation> explain(TenantView scope, Supposition supposed) {
    return credential(scope, supposed.key()).map(credential -> explain(scope, credential, supposed));
  }

  private Explanation explain(TenantView scope, StoredKey credential, Supposition supposed) {
    AccessRequest attempt = new AccessRequest(Optional.of(supposed.permission()), supposed.address(),
        supposed.at().orElseGet(time::now));
    Optional<RateVerdict> rate = credential.key().settings().rateLimit()
        .map(limit -> rates.foresee(supposed.key(), limit));
    ExplainedCampaign concern = supposed.campaign().<ExplainedCampaign>map(id -> campaign(scope, id))
        .orElseGet(ExplainedCampaign.AnyCampaign::new);
    return AccessPolicy.explain(credential, attempt, rate, concern);
  }

  @Override
  public Optional<Explanation> explain(TenantView scope, RefusedRequest refused) {
    ExplainedCampaign concern = refused.campaign().<ExplainedCampaign>map(id -> campaign(scope, id))
        .orElseGet(ExplainedCampaign.NoCampaign::new);
    return credential(scope, refused.key()).map(credential -> AccessPolicy.explain(credential, refused, concern));
  }

  private Optional<StoredKey> credential(TenantView scope, KeyId key) {
    return credentials.find(key).filter(credential -> credential.tenant().id().equals(scope.tenant()));
  }

  private ExplainedCampaign.OneCampaign campaign(TenantView scope, CampaignId id) {
    return new ExplainedCampaign.OneCampaign(new CampaignLookup(id, campaigns.find(scope, id)));
  }

  @Override
  public Verification verify(
      Operator operator,
      PresentedKey key,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address) {
    AccessRequest attempt = new AccessRequest(permission, address, time.now());
    FailureLimits ofTheSource = address.isPresent() ? limits : FailureLimits.NONE;
    AccessDecision decision = AccessPolicy.check(new PresentedCredentials.Bearer(key), attempt, this, ofTheSource);
    return switch (recorded(decision, attempt)) {
      case Refusal refusal -> new Verification.Invalid(refusal);
      case Caller caller -> campaign.map(id -> enter(caller, id, permission.orElseThrow(), new TenantClaim.Absent()))
          .<Verification>map(entry -> switch (entry) {
            case Refusal refusal -> new Verification.Invalid(refusal);
            case CampaignScope _ -> valid(caller, attempt);
          })
          .orElseGet(() -> valid(caller, attempt));
    };
  }

  /**
   * Creates the result of a valid key. Reused results are not counted, so a key with a rate limit is verified each
   * time. A result is not reusable beyond the expiry of its key. The cached key has the last use of the time of its
   * look-up, so the current time is set here.
   */
  private Verification valid(Caller caller, AccessRequest attempt) {
    StoredKey credential = caller.credential();
    KeySettings settings = credential.key().settings();
    boolean reusable = settings.rateLimit().isEmpty() && !settings.period().isOverAt(attempt.at().plus(REUSE));
    return new Verification.Valid(
        new StoredKey(credential.key().usedAt(time.now()), credential.tenant()), reusable ? REUSE : Duration.ZERO);
  }

  @Override
  public RateVerdict count(KeyId key, RateLimit limit) {
    return rates.count(key, limit);
  }

  @Override
  public Optional<StoredKey> credential(KeyId id) {
    return credentials.find(id);
  }

  @Override
  public CacheLookup recall(KeyId id) {
    return credentials.recall(id);
  }

  @Override
  public Optional<Seal> lastSeal(KeyId id) {
    return credentials.lastSeal(id);
  }

  @Override
  public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
    return rates.countAtOnce(key, limit);
  }

  @Override
  public boolean matches(KeySecret secret, Optional<Seal> seal) {
    return seals.matches(secret, seal);
  }
}
