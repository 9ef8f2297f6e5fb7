package dev.latchkey.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringResponses;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.tenant.TenantFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** One call of every method of every driven port that this adapter implements. */
record PortCalls(Map<String, Runnable> calls) {

  private static final IdempotentRequest REQUEST = new IdempotentRequest("key 1", "POST /", "1");
  /** Methods that read no database, so that none can be missing: recall, last seal and count at once. */
  private static final int FROM_MEMORY = 3;
  private static final RateLimit LIMIT = new RateLimit(10, Duration.ofDays(1));
  private static final StoredResponse ANSWER = new StoredResponse(201, "application/json", Map.of(), "{}");

  static PortCalls on(Shop shop) {
    JdbcStore store = shop.store();
    ApiKey key = shop.key();
    Campaign campaign = shop.campaign();
    PageRequest page = PageRequest.first(1);
    PortCalls all = new PortCalls(
        Map.ofEntries(
            Map.entry("credential", () -> store.credentials().find(key.id())),
            Map.entry("counted request", () -> store.rates().count(key.id(), LIMIT)),
            Map.entry("foreseen request", () -> store.rates().foresee(key.id(), LIMIT)),
            Map.entry("new tenant", () -> store.tenants().add(Shop.OPERATOR, shop.tenant(), List.of(), List.of())),
            Map.entry("tenant", () -> store.tenants().find(Shop.OPERATOR, shop.tenant().id())),
            Map.entry("tenants", () -> store.tenants().list(Shop.OPERATOR, TenantFilter.ALL, page)),
            Map.entry(
                "changed tenant",
                () -> store
                    .tenants()
                    .replace(
                        Shop.OPERATOR,
                        shop.renamed(),
                        shop.entry(AuditAction.TENANT_RENAMED, shop.tenant().id()))),
            Map.entry("new key", () -> shop.stored(key)),
            Map.entry("key", () -> store.keys().find(shop.scope(), key.id())),
            Map.entry("keys", () -> store.keys().list(shop.scope(), KeyFilter.ALL, Shop.NOW, page)),
            Map.entry("changed key", () -> shop.rename(key, "Door")),
            Map.entry("rotated key", () -> shop.rotate(key)),
            Map.entry("removed key", () -> shop.remove(key)),
            Map.entry("count", () -> store.keys().countByPepperVersion()),
            Map.entry("new campaign", () -> shop.stored(campaign)),
            Map.entry("campaign", () -> store.campaigns().find(shop.caller(), campaign.id())),
            Map.entry("tenant's campaign", () -> store.campaigns().find(shop.scope(), campaign.id())),
            Map.entry("entered campaign", () -> store.campaigns().find(shop.inside(campaign))),
            Map.entry(
                "changed campaign",
                () -> store
                    .campaigns()
                    .replace(
                        shop.inside(campaign),
                        campaign.changed(campaign.plan(), Shop.NOW),
                        shop.entry(AuditAction.CAMPAIGN_CHANGED, campaign.id()))),
            Map.entry("campaigns", () -> store.campaigns().list(shop.caller(), CampaignReach.EVERYWHERE, page)),
            Map.entry("tenant's campaigns", () -> store.campaigns().list(shop.scope(), page)),
            Map.entry("events", () -> store.trail().list(shop.scope(), AuditFilter.ALL, page)),
            Map.entry("chain", () -> store.trail().following(shop.scope(), 0, 1)),
            Map.entry("head", () -> store.trail().head(shop.scope())),
            Map.entry("claim", () -> store.answers().claim(REQUEST, "body", Shop.NOW, Shop.NOW.plusSeconds(60))),
            Map.entry("answer", () -> store.answers().settle(REQUEST, Shop.NOW, ANSWER, Shop.NOW)),
            Map.entry("released claim", () -> store.answers().release(REQUEST, Shop.NOW)),
            Map.entry(
                "new lead",
                () -> store.leads().add(shop.inside(campaign), shop.lead(campaign, "+4915112345678"))),
            Map.entry(
                "new leads",
                () -> store.leads().addAll(shop.inside(campaign), List.of(shop.lead(campaign, "+4915112345679")))),
            Map.entry(
                "changed leads",
                () -> store.leads().changeAll(shop.inside(campaign), List.of(shop.marked("+4915112345678")), Shop.NOW)),
            Map.entry(
                "removed leads",
                () -> store.leads().removeAll(shop.inside(campaign), List.of(shop.named("+4915112345678")))),
            Map.entry("lead", () -> store.leads().find(shop.inside(campaign), LeadId.UNKNOWN)),
            Map.entry("leads", () -> store.leads().list(shop.inside(campaign), LeadFilter.ALL, page)),
            Map.entry("member", () -> store.members().find(shop.tenant().id(), shop.owner().email())),
            Map.entry(
                "new member",
                () -> store.members()
                    .add(shop.scope(), shop.owner(), shop.entry(AuditAction.MEMBER_ADDED, shop.owner().id()))),
            Map.entry("member by id", () -> store.members().find(shop.scope(), shop.owner().id())),
            Map.entry("members", () -> store.members().list(shop.scope(), page)),
            Map.entry(
                "changed member",
                () -> store.members()
                    .replace(
                        shop.scope(),
                        shop.owner(),
                        shop.owner(),
                        shop.entry(AuditAction.MEMBER_CHANGED, shop.owner().id()))),
            Map.entry(
                "removed member",
                () -> store.members()
                    .remove(shop.scope(), shop.owner(), shop.entry(AuditAction.MEMBER_REMOVED, shop.owner().id()))),
            Map.entry(
                "new session",
                () -> store.members().startSession(shop.session("digest", Shop.NOW))),
            Map.entry("seen session", () -> store.members().noteSeen("digest", Shop.NOW)),
            Map.entry("own sessions", () -> store.members().sessions(shop.ownersAccount(), Shop.NOW)),
            Map.entry("ended other sessions", () -> store.members().endOtherSessions(shop.ownersAccount())),
            Map.entry(
                "own password",
                () -> store.members()
                    .changePassword(
                        shop.ownersAccount(),
                        shop.owner(),
                        shop.owner().password(),
                        shop.entry(AuditAction.MEMBER_CHANGED, shop.owner().id()))),
            Map.entry("session", () -> store.members().findSession("digest")),
            Map.entry("pepper check", () -> store.pepperChecks().keep("v1", "value")),
            Map.entry("pepper checks", () -> store.pepperChecks().all()),
            Map.entry("ended session", () -> store.members().endSession("digest"))));
    assertThat(all.calls()).as("one call per method of a port").hasSize(methods());
    return all;
  }

  /** Makes all calls at once. */
  void assertEachFindsTheStoreUnavailable() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Throwable>> ends = new TreeMap<>();
      calls.forEach((name, call) -> ends.put(name, threads.submit(() -> catchThrowable(call::run))));
      List<String> others = new ArrayList<>();
      for (var end : ends.entrySet()) {
        if (!(end.getValue().get() instanceof StoreUnavailable)) {
          others.add(end.getKey() + ": " + end.getValue().get());
        }
      }
      assertThat(others).isEmpty();
    }
  }

  private static int methods() {
    return Stream.of(
        ForFindingCredentials.class,
        ForLimitingRates.class,
        ForReadingTheTrail.class,
        ForStoringResponses.class,
        ForStoringTenants.class,
        ForStoringKeys.class,
        ForStoringCampaigns.class,
        ForStoringLeads.class,
        ForStoringMembers.class,
        ForStoringPepperChecks.class)
        .mapToInt(port -> port.getDeclaredMethods().length)
        .sum() - FROM_MEMORY;
  }
}
