package dev.latchkey.application.usecase;

import dev.latchkey.application.fixtures.CountingIds;
import dev.latchkey.application.fixtures.FailuresByTheClock;
import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.fixtures.PepperedSeals;
import dev.latchkey.application.fixtures.RatesByTheClock;
import dev.latchkey.application.fixtures.SaltedPasswords;
import dev.latchkey.application.fixtures.SeededSecrets;
import dev.latchkey.application.fixtures.SettableClock;
import dev.latchkey.application.fixtures.SignInsByTheClock;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingTenants.OwnerLogin;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn.SignedIn;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A whole Latchkey in memory, with one tenant in it. */
final class Shop {

  static final Instant OPENING = Instant.parse("2026-03-14T09:00:00.123456Z");
  static final Email EMAIL = new Email("ada@shop.example");
  static final ChosenPassword CHOSEN = chosen("correct horse");
  static final Password PASSWORD = CHOSEN.password();
  static final Optional<InetAddress> OFFICE = AddressRange.address("192.0.2.7");
  static final SessionOrigin FROM_OFFICE = SessionOrigin.of(OFFICE, Optional.of("Mozilla/5.0"));
  private static final String TOKEN = "the operator's token, for these tests alone";

  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = new SettableClock(OPENING);
  final CountingIds ids = new CountingIds(0);
  final SeededSecrets mint = new SeededSecrets(42);
  final PepperedSeals seals = new PepperedSeals(new LinkedHashMap<>(Map.of("v1", new byte[32])));
  final SaltedPasswords passwords = new SaltedPasswords();

  final ManageTenants tenants = new ManageTenants(store.tenants(), passwords, ids, clock);
  final ManageKeys keys = new ManageKeys(store.keys(), mint, seals, ids, clock);
  final ManageCampaigns campaigns = new ManageCampaigns(store.campaigns(), ids, clock);
  final KeepLeads leads = new KeepLeads(store.leads(), ids, clock);
  final ManageMembers members = new ManageMembers(store.members(), passwords, ids, clock);
  final SignInsByTheClock signInLimits = new SignInsByTheClock(clock);
  final SignIn signIn = new SignIn(store.members(), passwords, mint, signInLimits, clock);
  final ManageOwnAccount account = new ManageOwnAccount(store.members(), passwords, mint, ids, signInLimits, clock);
  final RatesByTheClock rates = new RatesByTheClock(store, clock);
  final CheckAccess access = new CheckAccess(store.credentials(), store.campaigns(), seals, rates, store.uses(),
      clock,
      new FailuresByTheClock(clock),
      new OperatorToken(TOKEN));

  final Operator operator = admitted();
  final Tenant tenant = tenants.create(operator, new Name("Shop"), Optional.of(new OwnerLogin(EMAIL, CHOSEN)));

  private Operator admitted() {
    return switch (access.checkOperatorAtOnce(new PresentedCredentials.Bearer(new PresentedKey(TOKEN)), OFFICE)) {
      case Operator admitted -> admitted;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  TenantScope scope() {
    return operator.enter(tenant);
  }

  Issued issue(String name) {
    return issue(scope(), KeySettings.named(new Name(name)));
  }

  Issued issue(TenantScope by, KeySettings settings) {
    return switch (keys.issue(by, Environment.LIVE, settings)) {
      case Issued issued -> issued;
      case Issuing.Escalates escalates -> throw new IllegalStateException(escalates.toString());
      case Issuing.Unsound unsound -> throw new IllegalStateException(unsound.toString());
    };
  }

  /** What the holder of a new key with this grant acts on the tenant with. */
  TenantScope holding(Grant grant) {
    KeySettings plain = KeySettings.named(new Name("Manager"));
    PlainKey key = issue(
        scope(),
        new KeySettings(
            plain.name(), plain.status(), grant, plain.allowedAddresses(), plain.rateLimit(), plain.period()))
        .plain();
    return switch (caller(key).enter(Permission.API_KEYS_WRITE)) {
      case TenantScope scope -> scope;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  Campaign campaign(Tenant of, CampaignType type) {
    CampaignPlan plan = type == CampaignType.INBOUND ? plan(type) : outbound();
    return switch (campaigns.create(operator.enter(of), plan)) {
      case Creating.Created(Campaign campaign) -> campaign;
      case Creating.Unsound unsound -> throw new IllegalStateException(unsound.toString());
    };
  }

  /** Signs in from the office; empty where that is refused. */
  Optional<SessionToken> signedIn(TenantId to, Email email, Password password) {
    return signIn.signIn(to, email, password, FROM_OFFICE) instanceof SignedIn(SessionToken token)
        ? Optional.of(token)
        : Optional.empty();
  }

  AccessDecision use(PlainKey key) {
    return access.check(bearer(key.reveal()), Optional.empty(), OFFICE);
  }

  Caller caller(PlainKey key) {
    return switch (use(key)) {
      case Caller caller -> caller;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }

  /** What was written down since the tenant was founded, which took two entries. */
  List<AuditEntry> newEntries() {
    return store.auditOf(tenant.id()).stream().skip(2).map(AuditEvent::entry).toList();
  }

  static ChosenPassword chosen(String text) {
    return switch (ChosenPassword.read(text, new PasswordOwner(Optional.empty(), Optional.empty()), _ -> false)) {
      case ChosenPassword chosen -> chosen;
      case PasswordFault fault -> throw new IllegalArgumentException(fault.toString());
    };
  }

  static PresentedCredentials bearer(String text) {
    return new PresentedCredentials.Bearer(new PresentedKey(text));
  }

  static CampaignPlan plan(CampaignType type) {
    return new CampaignPlan(
        new Name("Hotline"),
        type,
        new Dialing("assistant", "provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
        Schedule.EMPTY,
        false,
        Optional.empty());
  }

  private static CampaignPlan outbound() {
    CampaignPlan plan = plan(CampaignType.OUTBOUND);
    Schedule schedule = new Schedule(
        Optional.of(LocalDate.of(2026, 4, 1)),
        Optional.empty(),
        Optional.of(new TimeZoneName("UTC")),
        EnumSet.allOf(DayOfWeek.class),
        Optional.of(LocalTime.of(9, 0)),
        Optional.of(LocalTime.of(17, 0)),
        OptionalInt.of(3),
        OptionalInt.of(1),
        OptionalInt.of(30));
    return new CampaignPlan(plan.name(), plan.type(), plan.dialing(), schedule, false, Optional.empty());
  }
}
