package dev.latchkey.benchmarks.load;

import static dev.latchkey.benchmarks.load.Growth.FEW;
import static dev.latchkey.benchmarks.load.Growth.FIRST;
import static dev.latchkey.benchmarks.load.Growth.PAGE;

import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.refusal.TenantClaim;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The filters of lists where the ten oldest rows alone pass, so that the newest page is also the last: the worst there is. */
final class FilterGrowth {

  private static final PageRequest PAGE_ONE = PageRequest.first(PAGE);
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final String RARE = "Rare";

  private final Store store;
  private final Installation installation;
  private final Growth growth;

  FilterGrowth(Store store, Installation installation, Growth growth) {
    this.store = store;
    this.installation = installation;
    this.growth = growth;
  }

  void run() throws SQLException {
    keysOfOneRareKind();
    keysOfRareCombinations();
    leads();
    tenants();
  }

  private static long micros(Instant moment) {
    return moment.getEpochSecond() * 1_000_000;
  }

  private void keysOfOneRareKind() throws SQLException {
    Map<String, KeyFilter> filters = Map.of(
        "status", KeyFilter.ALL.with(KeyStatus.DISABLED),
        "environment", KeyFilter.ALL.with(Environment.DEV),
        "q", KeyFilter.ALL.with(RARE),
        "created_by", KeyFilter.ALL.with(new Actor.Staff(new MemberId(7))),
        "unused_since", KeyFilter.ALL.unusedSince(THEN),
        "expires_before", KeyFilter.ALL.expiringBefore(THEN),
        "state=expired", KeyFilter.ALL.with(KeyState.EXPIRED),
        "state=not_yet_valid", KeyFilter.ALL.with(KeyState.NOT_YET_VALID));
    keys("a rare kind", filters, i -> {
      Map<String, Object> row = new HashMap<>(Map.of("id", FIRST * 3 + i, "last_used_at", micros(THEN)));
      if (i < FEW) {
        row.putAll(Map.of("status", KeyStatus.DISABLED.name(), "environment", Environment.DEV.name(),
            "name", RARE, "created_by", "member 7", "last_used_at", micros(THEN.minusSeconds(1))));
      } else if (i < 2 * FEW) {
        row.put("expires_at", micros(THEN.minusSeconds(1)));
      } else if (i < 3 * FEW) {
        row.put("not_before", micros(Instant.parse("2100-01-01T00:00:00Z")));
      }
      return row;
    });
  }

  /** Half of the keys are disabled and live, half are active, of staging and expired; ten each are what neither half is. */
  private void keysOfRareCombinations() throws SQLException {
    KeyFilter disabledOfStaging = KeyFilter.ALL.with(KeyStatus.DISABLED).with(Environment.STAGING);
    Map<String, KeyFilter> filters = Map.of(
        "state=in_force", KeyFilter.ALL.with(KeyState.IN_FORCE),
        "status and environment", disabledOfStaging,
        "status, environment and q", disabledOfStaging.with(RARE),
        "state=in_force and unused_since", KeyFilter.ALL.with(KeyState.IN_FORCE).unusedSince(THEN));
    keys("a rare combination", filters, i -> {
      boolean live = i >= FEW && (i < 2 * FEW || i % 2 == 0);
      boolean disabled = i < FEW || (i >= 2 * FEW && live);
      Map<String, Object> row = new HashMap<>(Map.of("id", FIRST * 5 + i,
          "status", (disabled ? KeyStatus.DISABLED : KeyStatus.ACTIVE).name(),
          "environment", (live ? Environment.LIVE : Environment.STAGING).name(),
          "name", i < FEW ? RARE : "Benchmark"));
      if (!disabled && !live) {
        row.put("expires_at", micros(THEN));
      }
      return row;
    });
  }

  private void keys(String which, Map<String, KeyFilter> filters, IntFunction<Map<String, Object>> rows)
      throws SQLException {
    TenantScope tenant = installation.tenant();
    long template = installation.key(tenant, KeySettings.named(new Name("Benchmark"))).id().value();
    ForManagingKeys keys = installation.keys();
    List<String> names = filters.keySet().stream().sorted().toList();
    growth.grow(
        table("keys of one tenant, " + which, names), "api_key", template, rows,
        _ -> names.stream().map(filters::get)
            .<Runnable>map(filter -> () -> keys.list(tenant, filter, PAGE_ONE)).toList());
  }

  private void leads() throws SQLException {
    TenantScope tenant = installation.tenant();
    Caller caller = installation.caller(tenant, CampaignAccess.EVERYWHERE.rules());
    CampaignScope campaign = (CampaignScope) installation.access()
        .enter(caller, installation.campaign(tenant).id(), Permission.LEADS_READ, new TenantClaim.Absent());
    long template = installation.lead(campaign).id().value();
    ForKeepingLeads leads = installation.leads();
    Optional<Instant> then = Optional.of(THEN);
    Map<String, LeadFilter> filters = Map.of(
        "phone_number",
        new LeadFilter(Optional.of(new PhoneNumber("+4915100000003")), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty()),
        "email", new LeadFilter(Optional.empty(), Optional.of("rare@example.com"), Optional.empty(), Optional.empty(),
            Optional.empty()),
        "do_not_call", new LeadFilter(Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty(),
            Optional.empty()),
        "created_since", new LeadFilter(Optional.empty(), Optional.empty(), Optional.empty(), then, Optional.empty()),
        "updated_since and do_not_call", new LeadFilter(Optional.empty(), Optional.empty(), Optional.of(true),
            Optional.empty(), then));
    List<String> names = filters.keySet().stream().sorted().toList();
    growth.grow(
        table("leads of one campaign", names), "campaign_lead", template,
        i -> {
          long moment = micros(i < FEW ? THEN : THEN.minusSeconds(1));
          Map<String, Object> row = new HashMap<>(Map.of("id", FIRST * 3 + i, "phone_number",
              String.format("+49151%08d", i), "do_not_call", i < FEW, "created_at", moment, "updated_at", moment));
          if (i < FEW) {
            row.put("email", "rare@example.com");
          }
          return row;
        },
        _ -> names.stream().map(filters::get)
            .<Runnable>map(filter -> () -> leads.list(campaign, filter, PAGE_ONE)).toList());
  }

  private void tenants() throws SQLException {
    long template = installation.tenant().tenant().value();
    ForManagingTenants tenants = installation.tenants();
    Map<String, TenantFilter> filters = Map.of(
        "status", new TenantFilter(Optional.of(TenantStatus.SUSPENDED), Optional.empty()),
        "q", new TenantFilter(Optional.empty(), Optional.of(RARE)));
    List<String> names = filters.keySet().stream().sorted().toList();
    growth.grow(
        table("tenants", names), "tenant", template,
        i -> Map.of("id", FIRST * 3 + i, "name", i < FEW ? RARE : "Benchmarks",
            "standing", (i < FEW ? TenantStatus.SUSPENDED : TenantStatus.ACTIVE).name()),
        _ -> names.stream().map(filters::get)
            .<Runnable>map(filter -> () -> tenants.list(installation.operator(), filter, PAGE_ONE)).toList());
  }

  private Table table(String rows, List<String> filters) {
    return new Table(
        Stream.concat(Stream.of(rows + ", " + store.name()), filters.stream().map(name -> "µs for " + name))
            .toArray(String[]::new));
  }
}
