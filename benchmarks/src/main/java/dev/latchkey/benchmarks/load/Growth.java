package dev.latchkey.benchmarks.load;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.refusal.TenantClaim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** P9: what it costs to list, to find and to authorize among the rows of one tenant, as they become more and more. */
public final class Growth {

  static final int PAGE = 50;
  private static final int TIMES = 200;
  static final int FEW = 10;

  /** Far apart from the ids that are made by the clock, so that copies come first and stay in order. */
  static final long FIRST = 1L << 40;

  private static final TenantClaim UNSAID = new TenantClaim.Absent();

  private final Store store;
  private final String command;
  private final int most;
  private final Installation installation;
  private final Connection connection;

  private Growth(Store store, boolean quick, Installation installation, Connection connection) {
    this.store = store;
    this.command = "benchmarks/run growth" + (quick ? " --quick" : "");
    this.most = quick ? 100_000 : 1_000_000;
    this.installation = installation;
    this.connection = connection;
  }

  /** Takes {@code --quick}: up to a hundred thousand instead of a million. */
  public static void main(String[] arguments) throws SQLException {
    Store store = Store.empty();
    // The same question is asked again and again, and H2 would give the answer that it has already.
    String url = store.url() + (store.isEmbedded() ? ";OPTIMIZE_REUSE_RESULTS=FALSE" : "");
    try (Installation installation = Installation.on(url, store.username(), store.password());
        Connection connection = store.connect()) {
      Growth growth = new Growth(store, List.of(arguments).contains("--quick"), installation, connection);
      growth.keys();
      growth.campaigns();
      growth.leads();
      new FilterGrowth(growth.store, installation, growth).run();
    }
  }

  /** What is measured when there are so many rows. */
  interface Measuring {
    List<Runnable> when(int many);
  }

  void grow(
      Table table, String rows, long template, IntFunction<Map<String, Object>> others, Measuring measuring)
      throws SQLException {
    int there = 0;
    for (int many = 1_000; many <= most; many *= 10) {
      int before = there;
      Seeds.copy(connection, rows, template, many - there, i -> others.apply(before + i));
      if (there == 0) {
        // Warms up.
        measuring.when(many).forEach(Growth::micros);
      }
      there = many;
      List<String> cells = new ArrayList<>(List.of(String.format("%,d", many)));
      measuring.when(many).forEach(work -> cells.add(micros(work)));
      table.row(cells.toArray(String[]::new));
    }
    table.print(command);
  }

  private void keys() throws SQLException {
    TenantScope tenant = installation.tenant();
    PlainKey template = installation.key(tenant, KeySettings.named(new Name("Benchmark")));
    ForManagingKeys keys = installation.keys();
    KeyFilter disabled = KeyFilter.ALL.with(KeyStatus.DISABLED);
    Table table = new Table("keys of one tenant, " + store.name(), "µs for the newest page",
        "for a page in the middle", "for a page of what is rare", "to find one");
    grow(
        table, "api_key", template.id().value(), i -> Map.of("id", FIRST + i),
        many -> List.of(
            () -> keys.list(tenant, KeyFilter.ALL, PageRequest.first(PAGE)),
            () -> keys.list(tenant, KeyFilter.ALL, middle(many)),
            () -> keys.list(tenant, disabled, PageRequest.first(PAGE)),
            () -> keys.find(tenant, new KeyId(FIRST + many / 3))));
  }

  private void campaigns() throws SQLException {
    TenantScope tenant = installation.tenant();
    Campaign template = installation.campaign(tenant);
    ForManagingCampaigns campaigns = installation.campaigns();
    ForCheckingAccess access = installation.access();
    Caller all = installation.caller(tenant, List.of(rule(Effect.ALLOW, new CampaignSelector.All())));
    Caller few = installation.caller(tenant, List.of(rule(Effect.ALLOW, named(0, FEW))));
    Caller thousands = installation.caller(tenant, List.of(rule(Effect.ALLOW, named(0, 10_000))));
    Caller ofType = installation
        .caller(tenant, List.of(rule(Effect.ALLOW, new CampaignSelector.OfType(CampaignType.INBOUND))));
    Table table = new Table("campaigns of one tenant, " + store.name(), "µs for a key that may read all",
        "for its page in the middle", "for one that names the 10 oldest", "for one that names the 10,000 oldest",
        "for one that reads a type of which there are 10", "for one that is denied the newest 500", "to enter one");
    PageRequest first = PageRequest.first(PAGE);
    grow(
        table, "campaign", template.id().value(),
        i -> Map.of("id", FIRST + i, "type", (i < FEW ? CampaignType.INBOUND : CampaignType.OUTBOUND).name()),
        many -> {
          Caller denied = installation.caller(
              tenant,
              List.of(rule(Effect.ALLOW, new CampaignSelector.All()), rule(Effect.DENY, named(many - 500, many))));
          return List.of(
              () -> campaigns.list(all, first),
              () -> campaigns.list(all, middle(many)),
              () -> campaigns.list(few, first),
              () -> campaigns.list(thousands, first),
              () -> campaigns.list(ofType, first),
              () -> campaigns.list(denied, first),
              () -> access.enter(all, new CampaignId(FIRST + many / 3), Permission.CAMPAIGNS_READ, UNSAID));
        });
  }

  private void leads() throws SQLException {
    TenantScope tenant = installation.tenant();
    Caller caller = installation.caller(tenant, List.of(rule(Effect.ALLOW, new CampaignSelector.All())));
    CampaignScope campaign = (CampaignScope) installation.access()
        .enter(caller, installation.campaign(tenant).id(), Permission.LEADS_READ, UNSAID);
    long template = installation.lead(campaign).id().value();
    ForKeepingLeads leads = installation.leads();
    Table table = new Table("leads of one campaign, " + store.name(), "µs for the newest page",
        "for a page in the middle");
    grow(
        table, "campaign_lead", template,
        i -> Map.of("id", FIRST + i, "phone_number", String.format("+49151%08d", i)),
        many -> List.of(
            () -> leads.list(campaign, LeadFilter.ALL, PageRequest.first(PAGE)),
            () -> leads.list(campaign, LeadFilter.ALL, middle(many))));
  }

  private static PageRequest middle(int many) {
    return new PageRequest(PAGE, OptionalLong.of(FIRST + many / 2));
  }

  private static CampaignRule rule(Effect effect, CampaignSelector campaigns) {
    return new CampaignRule(effect, Set.of(Action.READ), campaigns);
  }

  private static CampaignSelector named(int from, int to) {
    return new CampaignSelector.Named(
        LongStream.range(FIRST + from, FIRST + to).mapToObj(CampaignId::new).collect(Collectors.toSet()));
  }

  private static String micros(Runnable work) {
    List<Double> micros = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      work.run();
      micros.add((System.nanoTime() - began) / 1000.0);
      if (i >= 4 && micros.getLast() > 100_000) {
        break;
      }
    }
    return Table.number(Table.median(micros));
  }
}
