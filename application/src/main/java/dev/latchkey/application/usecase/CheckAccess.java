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
import dev.latchkey.domain.access.AccessPolicy;
import dev.latchkey.domain.access.AccessRequest;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignEntry;
import dev.latchkey.domain.access.CampaignLookup;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.ExplainedCampaign;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.KeyProof;
import dev.latchkey.domain.access.KeyProof.ProvenKey;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorDecision;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.ParsedCredentials;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.TenantClaim;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** Loads keys and campaigns, compares secrets, counts requests and failures, and lets the access policy decide. */
public final class CheckAccess implements ForCheckingAccess {

  /** How long the result of a verification may be reused. */
  private static final Duration REUSE = Duration.ofSeconds(1);

  private final ForFindingCredentials credentials;
  private final ForStoringCampaigns campaigns;
  private final ForSealingKeys seals;
  private final ForLimitingRates rates;
  private final ForRecordingUse uses;
  private final ForTellingTime time;
  private final LimitFailures limits;
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
    return check(presented, new AccessRequest(permission, address, time.now()), Optional.of(limits));
  }

  /**
   * Decides on a request.
   *
   * @param failures empty for a key that is verified on behalf of an unnamed source: its failures are not counted
   */
  private AccessDecision check(
      PresentedCredentials presented, AccessRequest request, Optional<LimitFailures> failures) {
    return switch (AccessPolicy.read(presented)) {
      case Refusal refusal -> refusal;
      case ParsedCredentials.Key(PlainKey key) -> switch (credentials.recall(key.id())) {
        case CacheLookup.Hit(Optional<StoredKey> found) -> decide(key, found, request, failures);
        case CacheLookup.Miss() -> {
          Optional<Duration> wait = failures.flatMap(limited -> limited.countLookUp(request.address()))
              .filter(_ -> !isRecognised(key));
          yield wait.isPresent()
              ? new Refusal.TooManyFailures(wait.get())
              : decide(key, credentials.find(key.id()), request, failures);
        }
      };
    };
  }

  private AccessDecision decide(
      PlainKey key, Optional<StoredKey> found, AccessRequest request, Optional<LimitFailures> failures) {
    return switch (prove(key, found, request, failures)) {
      case Refusal refusal -> refusal;
      case ProvenKey proven -> admit(proven, proven.rateLimit().map(limit -> rates.count(key.id(), limit)));
    };
  }

  @Override
  public Optional<AccessDecision> checkAtOnce(
      PresentedCredentials presented, Optional<Permission> permission, Optional<InetAddress> address) {
    AccessRequest request = new AccessRequest(permission, address, time.now());
    return switch (AccessPolicy.read(presented)) {
      case Refusal refusal -> Optional.of(refusal);
      case ParsedCredentials.Key(PlainKey key) -> switch (credentials.recall(key.id())) {
        case CacheLookup.Hit(Optional<StoredKey> found) -> decideAtOnce(key, found, request);
        case CacheLookup.Miss() ->
          limits.foreseeLookUp(address).filter(_ -> !isRecognised(key)).map(Refusal.TooManyFailures::new);
      };
    };
  }

  private Optional<AccessDecision> decideAtOnce(PlainKey key, Optional<StoredKey> found, AccessRequest request) {
    return switch (prove(key, found, request, Optional.of(limits))) {
      case Refusal refusal -> Optional.of(refusal);
      case ProvenKey proven -> {
        Optional<RateLimit> limit = proven.rateLimit();
        // Without a verdict nothing was counted, so the request is left to check.
        yield limit.isEmpty()
            ? Optional.of(admit(proven, Optional.empty()))
            : rates.countAtOnce(key.id(), limit.get()).map(rate -> admit(proven, Optional.of(rate)));
      }
    };
  }

  /** Proves the key, and counts a failed authentication. */
  private KeyProof prove(PlainKey key, Optional<StoredKey> found, AccessRequest request,
      Optional<LimitFailures> failures) {
    KeyProof proof = AccessPolicy.prove(key, found, matches(key, found.map(stored -> stored.key().seal())), request);
    return proof instanceof Refusal.KeyInvalid
        ? failures.flatMap(limited -> limited.countFailure(request.address()))
            .<KeyProof>map(Refusal.TooManyFailures::new).orElse(proof)
        : proof;
  }

  /**
   * Whether the secret matches the key's seal at its last look-up. Only the holder of the key passes, so this look-up
   * does not count against the source's budget.
   */
  private boolean isRecognised(PlainKey key) {
    return matches(key, credentials.lastSeal(key.id()));
  }

  /** Compares the secret for an unknown key too, so that an unknown key and a wrong secret take the same time. */
  private boolean matches(PlainKey key, Optional<Seal> seal) {
    return seals.matches(key.secret(), seal);
  }

  /** Decides on a proven key. An admitted request is a use of the key, regardless of later campaign rules. */
  private AccessDecision admit(ProvenKey proven, Optional<RateVerdict> rate) {
    AccessDecision decision = AccessPolicy.admit(proven, rate);
    if (decision instanceof Caller caller) {
      uses.used(caller.credential().key().id(), caller.request().at());
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
    AccessRequest request = new AccessRequest(Optional.of(supposed.permission()), supposed.address(),
        supposed.at().orElseGet(time::now));
    Optional<RateVerdict> rate = credential.key().settings().rateLimit()
        .map(limit -> rates.foresee(supposed.key(), limit));
    ExplainedCampaign concern = supposed.campaign().<ExplainedCampaign>map(id -> campaign(scope, id))
        .orElseGet(ExplainedCampaign.AnyCampaign::new);
    return AccessPolicy.explain(credential, request, rate, concern);
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
    AccessRequest request = new AccessRequest(permission, address, time.now());
    return switch (check(new PresentedCredentials.Bearer(key), request, address.map(_ -> limits))) {
      case Refusal refusal -> new Verification.Invalid(refusal);
      case Caller caller -> campaign.map(id -> enter(caller, id, permission.orElseThrow(), new TenantClaim.Absent()))
          .<Verification>map(entry -> switch (entry) {
            case Refusal refusal -> new Verification.Invalid(refusal);
            case CampaignScope _ -> valid(caller);
          })
          .orElseGet(() -> valid(caller));
    };
  }

  /**
   * Creates the result of a valid key. Reused results are not counted, so a key with a rate limit is verified each
   * time. A result is not reusable beyond the expiry of its key. The cached key has the last use of the time of its
   * look-up, so the current time is set here.
   */
  private Verification valid(Caller caller) {
    StoredKey credential = caller.credential();
    KeySettings settings = credential.key().settings();
    boolean reusable = settings.rateLimit().isEmpty() && !settings.period().isOverAt(caller.request().at().plus(REUSE));
    return new Verification.Valid(
        new StoredKey(credential.key().usedAt(time.now()), credential.tenant()), reusable ? REUSE : Duration.ZERO);
  }
}
