package dev.latchkey.contracts.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringMembers.Adding;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A stored tenant and the operations of a test on its behalf. */
public record Household(StoreUnderTest store, Tenant tenant) {

  public static final Operator OPERATOR = Visitors.operator();

  /** Creates a tenant for one test, with an empty audit chain. */
  public static Household in(StoreUnderTest store) {
    Tenant tenant = Tenant.founded(new TenantId(NewIds.next()), new Name("Household"), Moments.NOW);
    store.tenants().add(OPERATOR, tenant, List.of(), List.of());
    return new Household(store, tenant);
  }

  public TenantId id() {
    return tenant.id();
  }

  public TenantScope scope() {
    return OPERATOR.enter(tenant);
  }

  public ApiKey key(String name) {
    return key(new KeyId(NewIds.next()), KeySettings.named(new Name(name)));
  }

  public ApiKey key(KeyId id, KeySettings settings) {
    return ApiKey.made(
        Visitors.plain(Environment.LIVE, id), Visitors.seal("v1"), id(), settings, new Actor.Operator(), Moments.NOW);
  }

  public ApiKey stored(ApiKey key) {
    store.keys().add(scope(), key, entry(AuditAction.KEY_CREATED, key.id()));
    return key;
  }

  public Optional<ApiKey> find(ApiKey key) {
    return store.keys().find(scope(), key.id());
  }

  public Member member(Role role, String email) {
    MemberId id = new MemberId(NewIds.next());
    PasswordHash hash = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA" + id.value());
    return new Member(id, id(), new Email(email), role, hash, Moments.DELICATE.get(2));
  }

  public Member stored(Member member) {
    assertThat(store.members().add(scope(), member, entry(AuditAction.MEMBER_ADDED, member.id())))
        .isEqualTo(Adding.ADDED);
    return member;
  }

  public Optional<Member> find(Member member) {
    return store.members().find(scope(), member.id());
  }

  public Campaign campaign(CampaignPlan plan) {
    return Campaign.drafted(new CampaignId(NewIds.next()), id(), plan, Moments.NOW);
  }

  public Campaign stored(Campaign campaign) {
    store.campaigns().add(scope(), campaign, entry(AuditAction.CAMPAIGN_CREATED, campaign.id()));
    return campaign;
  }

  public Optional<Campaign> find(Campaign campaign) {
    return store.campaigns().find(Visitors.callerOf(tenant), campaign.id());
  }

  /** Creates a campaign for one test, to store leads in. */
  public CampaignScope insideACampaign() {
    return Visitors.inside(tenant, stored(campaign(PlanSamples.LEAST)));
  }

  public AuditEntry entry(AuditAction action, Id subject) {
    return entry(NewIds.next(), action, subject);
  }

  public AuditEntry entry(long id, AuditAction action, Id subject) {
    return new AuditEntry(
        new AuditEventId(id),
        new Actor.Operator(),
        action,
        subject,
        Moments.NOW,
        Optional.empty(),
        new TreeMap<>());
  }

  public List<AuditEntry> entries() {
    return store.auditOf(id()).stream().map(AuditEvent::entry).toList();
  }

  /**
   * Asserts that the chain is intact: numbered from one, each event linked to the previous one and matching its hash.
   */
  public void assertChained() {
    String previous = AuditEvent.ROOT;
    long sequence = 0;
    for (AuditEvent event : store.auditOf(id())) {
      sequence++;
      assertThat(event.tenant()).isEqualTo(id());
      assertThat(event.sequence()).isEqualTo(sequence);
      assertThat(event.previousHash()).isEqualTo(previous);
      assertThat(event.isIntact()).isTrue();
      previous = event.hash();
    }
  }
}
