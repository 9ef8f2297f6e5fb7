package dev.latchkey.benchmarks;

import dev.latchkey.adapters.system.Argon2Passwords;
import dev.latchkey.adapters.system.FailureBuckets;
import dev.latchkey.adapters.system.HmacSeals;
import dev.latchkey.adapters.system.Pepper;
import dev.latchkey.adapters.system.RandomSecrets;
import dev.latchkey.adapters.system.SystemClock;
import dev.latchkey.adapters.system.TimeOrderedIds;
import dev.latchkey.adapters.system.TrailMacs;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.usecase.CheckAccess;
import dev.latchkey.application.usecase.KeepLeads;
import dev.latchkey.application.usecase.ManageCampaigns;
import dev.latchkey.application.usecase.ManageKeys;
import dev.latchkey.application.usecase.ManageTenants;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.jdbc.DataSourceResolver;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;

/** The core and the stores, put together as in the server, without HTTP. */
public final class Installation implements AutoCloseable {

  /** Not secret: it seals nothing but the keys of benchmarks. */
  public static final Pepper PEPPER = Pepper
      .listOf("bench:" + Base64.getEncoder().encodeToString("no secret, for benchmarks alone!".getBytes(
          StandardCharsets.US_ASCII)))
      .getFirst();

  private static final OperatorToken OPERATOR_TOKEN = new OperatorToken("no secret, for benchmarks alone!");

  private final ApplicationContext context;
  private final ForSealingKeys seals = new HmacSeals(List.of(PEPPER));
  private final ForMintingIds ids = new TimeOrderedIds();
  private final Operator operator = OPERATOR_TOKEN.holder();

  private Installation(ApplicationContext context) {
    this.context = context;
  }

  /** On an empty database inside this process. */
  public static Installation inMemory() {
    return on("jdbc:h2:mem:benchmarks;DB_CLOSE_DELAY=-1", "sa", "");
  }

  public static Installation on(String url, String username, String password) {
    Map<String, Object> settings = Map.of(
        "datasources.default.url", url,
        "datasources.default.username", username,
        "datasources.default.password", password,
        "flyway.datasources.default.enabled", true);
    return new Installation(
        ApplicationContext.builder(settings).singletons(new TrailMacs(List.of(PEPPER))).start());
  }

  public ForFindingCredentials credentials() {
    return context.getBean(ForFindingCredentials.class);
  }

  /** A connection of the pool that the stores use. */
  public Connection connect() throws SQLException {
    DataSource managed = context.getBean(DataSource.class, Qualifiers.byName("default"));
    return context.getBean(DataSourceResolver.class).resolve(managed).getConnection();
  }

  public ForCheckingAccess access() {
    return new CheckAccess(
        credentials(), context.getBean(ForStoringCampaigns.class), seals, context.getBean(ForLimitingRates.class),
        context.getBean(ForRecordingUse.class), new SystemClock(), new FailureBuckets(() -> {}), OPERATOR_TOKEN);
  }

  /** A tenant that is there. */
  public TenantScope tenant() {
    return operator.enter(tenants().create(operator, new Name("Benchmarks"), Optional.empty()));
  }

  public ForManagingTenants tenants() {
    return new ManageTenants(
        context.getBean(ForStoringTenants.class), new Argon2Passwords(), ids, new SystemClock());
  }

  public Operator operator() {
    return operator;
  }

  public ForManagingKeys keys() {
    return new ManageKeys(
        context.getBean(ForStoringKeys.class), new RandomSecrets(), seals, ids, new SystemClock());
  }

  public ForManagingCampaigns campaigns() {
    return new ManageCampaigns(context.getBean(ForStoringCampaigns.class), ids, new SystemClock());
  }

  public ForKeepingLeads leads() {
    return new KeepLeads(context.getBean(ForStoringLeads.class), ids, new SystemClock());
  }

  /** A campaign that is there: it makes calls, and says enough to be one that answers them. */
  public Campaign campaign(TenantScope tenant) {
    Dialing dialing = new Dialing(
        "assistant", "provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty());
    Schedule schedule = new Schedule(
        Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), Optional.of(new TimeZoneName("UTC")),
        Set.of(DayOfWeek.MONDAY), Optional.of(LocalTime.of(9, 0)), Optional.of(LocalTime.of(17, 0)),
        OptionalInt.of(3), OptionalInt.of(1), OptionalInt.of(30));
    CampaignPlan plan = new CampaignPlan(
        new Name("Benchmark"), CampaignType.OUTBOUND, dialing, schedule, false, Optional.empty());
    return switch (campaigns().create(tenant, plan)) {
      case Creating.Created(Campaign campaign) -> campaign;
      case Creating.Unsound(var faults) -> throw new IllegalStateException("Unsound: " + faults);
    };
  }

  /** A lead that is there. */
  public Lead lead(CampaignScope campaign) {
    LeadDetails details = new LeadDetails(
        Optional.of("Ada"), Optional.of("Lovelace"), Optional.empty(), Map.of());
    return switch (leads().add(campaign, LeadDraft.of(new PhoneNumber("+4930123456"), details))) {
      case Adding.Added(Lead lead) -> lead;
      case Adding.AlreadyThere(Lead lead) -> lead;
      case Adding.NumberTaken _ -> throw new IllegalStateException("The campaign is not new");
    };
  }

  /** The holder of a key that is there and reads where those rules let it. */
  public Caller caller(TenantScope tenant, List<CampaignRule> rules) {
    KeySettings plain = KeySettings.named(new Name("Benchmark"));
    PlainKey key = key(
        tenant,
        new KeySettings(
            plain.name(), plain.status(), new Grant(Permission.BY_DEFAULT, new CampaignAccess(rules)),
            plain.allowedAddresses(), plain.rateLimit(), plain.period()));
    PresentedCredentials bearer = new PresentedCredentials.Bearer(new PresentedKey(key.reveal()));
    return switch (access().check(bearer, Optional.empty(), Optional.empty())) {
      case Caller caller -> caller;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  /** A key that is there. */
  public PlainKey key(TenantScope tenant, KeySettings settings) {
    return switch (keys().issue(tenant, Environment.LIVE, settings)) {
      case Issuing.Issued(var _, PlainKey plain) -> plain;
      case Issuing.Escalates _ -> throw new IllegalStateException("The operator may hand on anything");
      case Issuing.Unsound(var faults) -> throw new IllegalStateException("Unsound: " + faults);
    };
  }

  public ForSealingKeys seals() {
    return seals;
  }

  @Override
  public void close() {
    context.close();
  }
}
