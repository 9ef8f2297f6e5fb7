package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.AccessRules;
import dev.latchkey.domain.access.Attempt;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignEntry;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Credential;
import dev.latchkey.domain.access.Credentials;
import dev.latchkey.domain.access.Evidence;
import dev.latchkey.domain.access.EvidenceAtHand;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorDecision;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.Recollection;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.access.Visit;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import java.net.InetAddress;
import java.util.Optional;

/** Hands the rules what they ask for. */
public final class CheckAccess implements ForCheckingAccess, Evidence, EvidenceAtHand {

  private final ForFindingCredentials credentials;
  private final ForStoringCampaigns campaigns;
  private final ForSealingKeys seals;
  private final ForLimitingRates rates;
  private final ForRecordingUse uses;
  private final ForTellingTime time;
  private final OperatorToken operatorToken;

  public CheckAccess(
      ForFindingCredentials credentials,
      ForStoringCampaigns campaigns,
      ForSealingKeys seals,
      ForLimitingRates rates,
      ForRecordingUse uses,
      ForTellingTime time,
      OperatorToken operatorToken) {
    this.credentials = credentials;
    this.campaigns = campaigns;
    this.seals = seals;
    this.rates = rates;
    this.uses = uses;
    this.time = time;
    this.operatorToken = operatorToken;
  }

  @Override
  public AccessDecision check(
      Credentials presented, Optional<Permission> permission, Optional<InetAddress> address) {
    Attempt attempt = new Attempt(permission, address, time.now());
    return recorded(AccessRules.check(presented, attempt, this), attempt);
  }

  @Override
  public Optional<AccessDecision> checkAtOnce(
      Credentials presented, Optional<Permission> permission, Optional<InetAddress> address) {
    Attempt attempt = new Attempt(permission, address, time.now());
    return AccessRules.checkAtOnce(presented, attempt, this).map(decision -> recorded(decision, attempt));
  }

  /** A key is used by being proven and admitted, whatever the campaign's rules say after that. */
  private AccessDecision recorded(AccessDecision decision, Attempt attempt) {
    if (decision instanceof Caller caller) {
      uses.used(caller.credential().key().id(), attempt.at());
    }
    return decision;
  }

  @Override
  public CampaignEntry enter(
      Caller caller, CampaignId campaign, Permission permission, TenantClaim claim) {
    return caller.enter(campaign, permission, claim, id -> campaigns.find(caller, id));
  }

  @Override
  public OperatorDecision checkOperatorAtOnce(Credentials presented, Optional<InetAddress> address) {
    return operatorToken.admit(presented, address);
  }

  @Override
  public Optional<Explanation> explain(TenantView scope, Supposition supposed) {
    return credentials
        .find(supposed.key())
        .filter(credential -> credential.tenant().id().equals(scope.tenant()))
        .map(credential -> explain(scope, credential, supposed));
  }

  private Explanation explain(TenantView scope, Credential credential, Supposition supposed) {
    Attempt attempt = new Attempt(Optional.of(supposed.permission()), supposed.address(),
        supposed.at().orElseGet(time::now));
    Optional<RateVerdict> rate = credential.key().settings().rateLimit()
        .map(limit -> rates.foresee(supposed.key(), limit));
    Optional<Visit> visit = supposed.campaign().map(id -> new Visit(id, campaigns.find(scope, id)));
    return AccessRules.explain(credential, attempt, rate, visit);
  }

  @Override
  public Verification verify(
      Operator operator,
      PresentedKey key,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address) {
    return switch (check(new Credentials.Bearer(key), permission, address)) {
      case Refusal refusal -> new Verification.Invalid(refusal);
      case Caller caller -> campaign.map(id -> enter(caller, id, permission.orElseThrow(), new TenantClaim.Unsaid()))
          .<Verification>map(entry -> switch (entry) {
            case Refusal refusal -> new Verification.Invalid(refusal);
            case CampaignScope _ -> valid(caller);
          })
          .orElseGet(() -> valid(caller));
    };
  }

  /** The key in memory has the last use of the time when it was looked up. */
  private Verification valid(Caller caller) {
    Credential credential = caller.credential();
    return new Verification.Valid(new Credential(credential.key().usedAt(time.now()), credential.tenant()));
  }

  @Override
  public RateVerdict count(KeyId key, RateLimit limit) {
    return rates.count(key, limit);
  }

  @Override
  public Optional<Credential> credential(KeyId id) {
    return credentials.find(id);
  }

  @Override
  public Recollection recall(KeyId id) {
    return credentials.recall(id);
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
