package dev.latchkey.contracts.support;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessPolicy;
import dev.latchkey.domain.access.AccessRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignLookup;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.KeyProof;
import dev.latchkey.domain.access.KeyProof.ProvenKey;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantSuspended;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.refusal.TenantClaim;
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
    AccessRequest request = new AccessRequest(Optional.empty(), Optional.empty(), Moments.NOW);
    KeyProof proof = AccessPolicy.prove(plain, Optional.of(new StoredKey(key, active)), true, request);
    if (proof instanceof ProvenKey proven && AccessPolicy.admit(proven, Optional.empty()) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("The key is not admitted: " + proof);
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
