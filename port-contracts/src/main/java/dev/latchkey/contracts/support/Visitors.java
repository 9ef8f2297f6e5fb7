package dev.latchkey.contracts.support;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessFacts;
import dev.latchkey.domain.access.AccessPolicy;
import dev.latchkey.domain.access.AccessRequest;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignLookup;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.FailureLimits;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantSuspended;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Creates callers, operators and members with valid proofs, by the real access policy. */
public final class Visitors {

  private static final String TOKEN = "the operator's token, for these tests alone";

  private Visitors() {}

  /** The only facts that the policy gets: this key, and that its secret is right. */
  private record Believed(StoredKey known) implements AccessFacts {

    @Override
    public Optional<StoredKey> credential(KeyId id) {
      return Optional.of(known);
    }

    @Override
    public CacheLookup recall(KeyId id) {
      return new CacheLookup.Hit(Optional.of(known));
    }

    @Override
    public Optional<Seal> lastSeal(KeyId id) {
      return Optional.of(known.key().seal());
    }

    @Override
    public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
      return Optional.of(count(key, limit));
    }

    @Override
    public boolean matches(KeySecret secret, Optional<Seal> seal) {
      return true;
    }

    @Override
    public RateVerdict count(KeyId key, RateLimit limit) {
      return new RateVerdict.Within(limit.requests() - 1L, limit.window());
    }
  }

  static Operator operator() {
    PresentedCredentials bearer = new PresentedCredentials.Bearer(new PresentedKey(TOKEN));
    return switch (new OperatorToken(TOKEN).admit(bearer, Optional.empty())) {
      case Operator operator -> operator;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  /** Returns a member who is signed in with this token; the session itself is not in the store. */
  public static Staff staff(Tenant tenant, Member member, SessionToken token) {
    Session session = new Session(
        token.digest(),
        member,
        tenant,
        SessionOrigin.UNKNOWN,
        Moments.NOW,
        Moments.NOW,
        Moments.NOW.plus(Session.LASTS));
    return Staff.resumed(token, session, Optional.empty(), Moments.NOW).orElseThrow();
  }

  /** Returns the scope of an owner for changing the tenant's members. */
  public static TenantScope managing(Tenant tenant, Member owner) {
    return switch (staff(tenant, owner, new SessionToken("a token of " + owner.id())).manageMembers()) {
      case TenantScope scope -> scope;
      case RoleTooLow _,TenantSuspended _ -> throw new IllegalStateException("Not an owner of an active tenant");
    };
  }

  /** Returns the holder of a key of the tenant; the key itself is not in the store. */
  public static Caller callerOf(Tenant tenant) {
    PlainKey plain = plain(Environment.LIVE, new KeyId(NewIds.next()));
    ApiKey key = ApiKey.made(
        plain,
        seal("v1"),
        tenant.id(),
        KeySettings.named(new Name("Visitor")),
        new Actor.Operator(),
        Moments.NOW);
    Tenant active = new Tenant(tenant.id(), tenant.name(), TenantStatus.ACTIVE, tenant.createdAt(), tenant.version());
    PresentedCredentials bearer = new PresentedCredentials.Bearer(new PresentedKey(plain.reveal()));
    AccessRequest attempt = new AccessRequest(Optional.empty(), Optional.empty(), Moments.NOW);
    return switch (AccessPolicy.check(bearer, attempt, new Believed(new StoredKey(key, active)), FailureLimits.NONE)) {
      case Caller caller -> caller;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  public static CampaignScope inside(Tenant tenant, Campaign campaign) {
    TenantClaim unsaid = new TenantClaim.Absent();
    CampaignLookup found = new CampaignLookup(campaign.id(), Optional.of(campaign));
    return switch (AccessPolicy.enter(callerOf(tenant), found, Permission.LEADS_WRITE, unsaid)) {
      case CampaignScope scope -> scope;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  public static PlainKey plain(Environment environment, KeyId id) {
    return new PlainKey(environment, id, secret());
  }

  public static KeySecret secret() {
    return KeySecret.drawn(ThreadLocalRandom.current()::nextInt);
  }

  public static Seal seal(String pepperVersion) {
    byte[] mac = new byte[32];
    ThreadLocalRandom.current().nextBytes(mac);
    return new Seal(pepperVersion, mac);
  }
}
