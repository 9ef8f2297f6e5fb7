package dev.latchkey.adapters.rest;

import dev.latchkey.application.port.in.ForCheckingAccess;
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
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The real rules over one key, its tenant and one campaign, all of which a test can change. */
@Singleton
public final class FakeAccess implements ForCheckingAccess {

  private final OperatorToken operatorToken = new OperatorToken(Known.OPERATOR_TOKEN);
  private StoredKey credential = new StoredKey(Known.KEY, Known.TENANT);
  private RateVerdict rate = new RateVerdict.Within(1, Duration.ZERO);
  private Campaign campaign = Known.CAMPAIGN;
  private @Nullable RuntimeException failure;
  private boolean remembered = true;
  private FailureLimits limits = FailureLimits.NONE;
  private volatile @Nullable Thread lookedUpOn;

  /** Everything as it was before any test. */
  public void reset() {
    credential = new StoredKey(Known.KEY, Known.TENANT);
    rate = new RateVerdict.Within(1, Duration.ZERO);
    campaign = Known.CAMPAIGN;
    failure = null;
    remembered = true;
    limits = FailureLimits.NONE;
    lookedUpOn = null;
  }

  /** From now on every failure is one too many, for so long. */
  public void failuresAreTooMany(Duration wait) {
    limits = new FailureLimits() {
      @Override
      public Optional<Duration> foreseeLookUp(Optional<InetAddress> from) {
        return Optional.of(wait);
      }

      @Override
      public Optional<Duration> countLookUp(Optional<InetAddress> from) {
        return Optional.of(wait);
      }

      @Override
      public Optional<Duration> countFailure(Optional<InetAddress> from) {
        return Optional.of(wait);
      }
    };
  }

  /** From now on it takes a look-up to judge a key. */
  public void forget() {
    remembered = false;
  }

  /** The thread that waited for a look-up; empty where none had to. */
  public Optional<Thread> lookedUpOn() {
    return Optional.ofNullable(lookedUpOn);
  }

  public void know(ApiKey key, Tenant tenant) {
    credential = new StoredKey(key, tenant);
  }

  public void know(Campaign other) {
    campaign = other;
  }

  /** What counting a request gives from now on, where the key has a limit. */
  public void count(RateVerdict verdict) {
    rate = verdict;
  }

  /** Keys cannot be judged from now on; the operator, who needs no store, is let in all the same. */
  public void failWith(RuntimeException exception) {
    failure = exception;
  }

  @Override
  public AccessDecision check(
      PresentedCredentials credentials, Optional<Permission> permission, Optional<InetAddress> address) {
    lookedUpOn = Thread.currentThread();
    fail();
    return decide(credentials, permission, address);
  }

  private AccessDecision decide(
      PresentedCredentials credentials, Optional<Permission> permission, Optional<InetAddress> address) {
    return AccessPolicy.check(credentials, new AccessRequest(permission, address, Known.NOW), new AccessFacts() {
      @Override
      public Optional<StoredKey> credential(KeyId id) {
        return Optional.of(credential).filter(known -> known.key().id().equals(id));
      }

      @Override
      public CacheLookup recall(KeyId id) {
        return new CacheLookup.Hit(credential(id));
      }

      @Override
      public Optional<Seal> lastSeal(KeyId id) {
        return Optional.empty();
      }

      @Override
      public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
        return Optional.of(rate);
      }

      @Override
      public boolean matches(KeySecret secret, Optional<Seal> seal) {
        return Arrays.equals(secret.reveal(), Known.PLAIN.secret().reveal());
      }

      @Override
      public RateVerdict count(KeyId key, RateLimit limit) {
        return rate;
      }
    }, limits);
  }

  @Override
  public Optional<AccessDecision> checkAtOnce(
      PresentedCredentials credentials, Optional<Permission> permission, Optional<InetAddress> address) {
    return failure == null && remembered ? Optional.of(decide(credentials, permission, address)) : Optional.empty();
  }

  @Override
  public CampaignEntry enter(Caller caller, CampaignId campaign, Permission permission, TenantClaim claim) {
    return caller.enter(campaign, permission, claim, this::campaign);
  }

  @Override
  public OperatorDecision checkOperatorAtOnce(PresentedCredentials credentials, Optional<InetAddress> address) {
    OperatorDecision decision = operatorToken.admit(credentials, address);
    return decision instanceof Refusal.OperatorTokenInvalid
        ? limits.countFailure(address).<OperatorDecision>map(Refusal.TooManyFailures::new).orElse(decision)
        : decision;
  }

  @Override
  public Optional<Explanation> explain(TenantView scope, Supposition supposed) {
    fail();
    AccessRequest attempt = new AccessRequest(
        Optional.of(supposed.permission()), supposed.address(), supposed.at().orElse(Known.NOW));
    ExplainedCampaign concern = supposed.campaign().<ExplainedCampaign>map(this::visit)
        .orElseGet(ExplainedCampaign.AnyCampaign::new);
    return known(scope, supposed.key())
        .map(known -> AccessPolicy.explain(known, attempt, Optional.empty(), concern));
  }

  @Override
  public Optional<Explanation> explain(TenantView scope, RefusedRequest refused) {
    fail();
    ExplainedCampaign concern = refused.campaign().<ExplainedCampaign>map(this::visit)
        .orElseGet(ExplainedCampaign.NoCampaign::new);
    return known(scope, refused.key()).map(known -> AccessPolicy.explain(known, refused, concern));
  }

  private Optional<StoredKey> known(TenantView scope, KeyId key) {
    return Optional.of(credential)
        .filter(known -> known.key().id().equals(key) && known.tenant().id().equals(scope.tenant()));
  }

  private ExplainedCampaign.OneCampaign visit(CampaignId id) {
    return new ExplainedCampaign.OneCampaign(new CampaignLookup(id, campaign(id)));
  }

  @Override
  public Verification verify(
      Operator operator,
      PresentedKey key,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address) {
    return switch (check(new PresentedCredentials.Bearer(key), permission, address)) {
      case Refusal refusal -> new Verification.Invalid(refusal);
      case Caller caller -> campaign.isEmpty()
          ? valid(caller)
          : verification(caller, enter(caller, campaign.get(), permission.orElseThrow(), new TenantClaim.Absent()));
    };
  }

  private static Verification verification(Caller caller, CampaignEntry entry) {
    return switch (entry) {
      case Refusal refusal -> new Verification.Invalid(refusal);
      case CampaignScope _ -> valid(caller);
    };
  }

  private static Verification valid(Caller caller) {
    return new Verification.Valid(caller.credential(), Duration.ofSeconds(1));
  }

  private Optional<Campaign> campaign(CampaignId id) {
    return Optional.of(campaign).filter(known -> known.id().equals(id));
  }

  private void fail() {
    if (failure != null) {
      throw failure;
    }
  }
}
