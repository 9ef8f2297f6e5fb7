package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessFacts;
import dev.latchkey.domain.access.AccessPolicy;
import dev.latchkey.domain.access.AccessRequest;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.FailureLimits;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A tenant in a store, with one member, and what happens in its name. */
record Shop(JdbcStore store, Tenant tenant, Member owner) {

  static final Operator OPERATOR = operator();
  static final Instant NOW = Instant.parse("2026-03-14T12:00:00.123456Z");

  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 20 | 1 << 19);

  static Shop unstored(JdbcStore store) {
    TenantId id = new TenantId(nextId());
    Member owner = new Member(
        new MemberId(nextId()), id, new Email("owner@shop.example"), Role.OWNER, new PasswordHash("$argon2id$"), NOW);
    return new Shop(store, Tenant.founded(id, new Name("Shop"), NOW), owner);
  }

  static Shop in(JdbcStore store) {
    Shop shop = unstored(store);
    store.tenants().add(OPERATOR, shop.tenant(), List.of(shop.owner()), List.of());
    return shop;
  }

  static long nextId() {
    return IDS.incrementAndGet();
  }

  /** Takes ids that follow one another; returns the first. */
  static long nextBlock(int size) {
    return IDS.getAndAdd(size) + 1;
  }

  TenantScope scope() {
    return OPERATOR.enter(tenant);
  }

  PlainKey plainKey() {
    return new PlainKey(
        Environment.LIVE, new KeyId(nextId()), KeySecret.drawn(ThreadLocalRandom.current()::nextInt));
  }

  ApiKey key() {
    return key(plainKey());
  }

  ApiKey key(PlainKey plain) {
    byte[] mac = new byte[32];
    ThreadLocalRandom.current().nextBytes(mac);
    KeySettings settings = KeySettings.named(new Name("Till"));
    return ApiKey.made(plain, new Seal("v1", mac), tenant.id(), settings, new Actor.Operator(), NOW);
  }

  ApiKey stored(ApiKey key) {
    store.keys().add(scope(), key, entry(AuditAction.KEY_CREATED, key.id()));
    return key;
  }

  Written rename(ApiKey current, String name) {
    ApiKey renamed = current.with(KeySettings.named(new Name(name)));
    return store.keys().replace(scope(), renamed, entry(AuditAction.KEY_CHANGED, current.id()));
  }

  Written rotate(ApiKey current) {
    PlainKey plain = plainKey();
    ApiKey successor = current.succeededBy(
        plain, key(plain).seal(), current.settings(), new Actor.Operator(), NOW);
    ApiKey ended = current.replaced(successor.id(), NOW);
    return store.keys().rotate(scope(), ended, successor, List.of(entry(AuditAction.KEY_ROTATED, current.id())));
  }

  Written remove(ApiKey current) {
    return store.keys().remove(scope(), current, entry(AuditAction.KEY_DELETED, current.id()));
  }

  Campaign campaign() {
    Dialing dialing = new Dialing(
        "assistant", "provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty());
    CampaignPlan plan = new CampaignPlan(
        new Name("Hotline"), CampaignType.INBOUND, dialing, Schedule.EMPTY, false, Optional.empty());
    return Campaign.drafted(new CampaignId(nextId()), tenant.id(), plan, NOW);
  }

  Campaign stored(Campaign campaign) {
    store.campaigns().add(scope(), campaign, entry(AuditAction.CAMPAIGN_CREATED, campaign.id()));
    return campaign;
  }

  /** The holder of a key of this tenant, let in by the real rules; the key itself is not in the store. */
  Caller caller() {
    PlainKey plain = plainKey();
    ApiKey key = key(plain);
    AccessFacts believed = new AccessFacts() {
      @Override
      public Optional<StoredKey> credential(KeyId id) {
        return Optional.of(new StoredKey(key, tenant));
      }

      @Override
      public CacheLookup recall(KeyId id) {
        return new CacheLookup.Hit(credential(id));
      }

      @Override
      public Optional<Seal> lastSeal(KeyId id) {
        return Optional.of(key.seal());
      }

      @Override
      public Optional<RateVerdict> countAtOnce(KeyId id, RateLimit limit) {
        return Optional.of(count(id, limit));
      }

      @Override
      public boolean matches(KeySecret secret, Optional<Seal> seal) {
        return true;
      }

      @Override
      public RateVerdict count(KeyId id, RateLimit limit) {
        return new RateVerdict.Within(limit.requests() - 1L, limit.window());
      }
    };
    PresentedCredentials bearer = new PresentedCredentials.Bearer(new PresentedKey(plain.reveal()));
    AccessRequest attempt = new AccessRequest(Optional.empty(), Optional.empty(), NOW);
    return (Caller) AccessPolicy.check(bearer, attempt, believed, FailureLimits.NONE);
  }

  CampaignScope inside(Campaign campaign) {
    return (CampaignScope) caller()
        .enter(campaign.id(), Permission.LEADS_WRITE, new TenantClaim.Absent(), _ -> Optional.of(campaign));
  }

  Lead lead(Campaign campaign, String number) {
    LeadDetails details = new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    return Lead.added(new LeadId(nextId()), campaign.id(), new PhoneNumber(number), details, false, NOW);
  }

  LeadReference named(String number) {
    return new LeadReference.ByNumber(new PhoneNumber(number));
  }

  /** The lead of that number is not to be called any more. */
  LeadUpdate marked(String number) {
    return new LeadUpdate(
        named(number),
        new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(true), Map.of(),
            false));
  }

  NewSession session(String digest, Instant expiresAt) {
    return new NewSession(digest, owner, SessionOrigin.UNKNOWN, Instant.EPOCH, expiresAt);
  }

  OwnAccount ownersAccount() {
    SessionToken token = new SessionToken("own");
    Session session = new Session(
        token.digest(), owner, tenant, SessionOrigin.UNKNOWN, NOW, NOW, NOW.plus(Session.LASTS));
    return Staff.resumed(token, session, Optional.empty(), NOW).orElseThrow().account();
  }

  Tenant renamed() {
    return tenant.changed(FieldUpdate.to(new Name("Renamed")), FieldUpdate.keep());
  }

  AuditEntry entry(AuditAction action, Id subject) {
    return new AuditEntry(
        new AuditEventId(nextId()),
        new Actor.Operator(),
        action,
        subject,
        NOW,
        Optional.empty(),
        new TreeMap<>(Map.of("name", "Till")));
  }

  private static Operator operator() {
    String token = "the operator's token, for these tests alone";
    return (Operator) new OperatorToken(token)
        .admit(new PresentedCredentials.Bearer(new PresentedKey(token)), Optional.empty());
  }
}
