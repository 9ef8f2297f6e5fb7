package dev.latchkey.adapters.dashboard;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForDeduplicatingRequests;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingOwnAccount;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mockito.Mockito;

/** The dashboard on a real server, over driving ports that answer as told: one tenant, one member, no keys yet. */
final class Dashboard implements AutoCloseable {

  static final TenantId TENANT = new TenantId(123);
  static final String HOME = "/en/VGVuYW50OjEyMw==";
  static final String SIGN_IN = HOME + "/sign-in";
  static final String SIGN_OUT = HOME + "/sign-out";
  static final String KEYS = HOME + "/settings/api-keys";
  static final String PASSWORD = "correct horse";
  static final SessionToken SESSION = new SessionToken("session-of-ada");

  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");

  private static final Email ADA = new Email("ada@example.org");

  final ForSigningIn signingIn = mock();
  final ForManagingKeys keys = mock();
  final ForManagingMembers members = mock();
  final ForManagingOwnAccount account = mock();
  final ForChoosingPasswords passwords = (text, owner) -> ChosenPassword
      .read(text, owner, password -> password.reveal().equals("password"));
  final ForReadingTheAudit audit = mock();
  final ForCheckingAccess access = mock();
  final ForRecallingRefusals refusals = mock();
  final ForManagingCampaigns campaigns = mock();
  final ForDeduplicatingRequests once = mock();
  final EmbeddedServer server;

  private Dashboard(DashboardSettings settings) {
    reset();
    this.server = ApplicationContext.builder()
        .singletons(
            signingIn, keys, campaigns, once, members, account, passwords, audit, access, refusals, settings,
            (PresentTime) () -> NOW,
            (ClientAddresses) _ -> Optional.of(ADDRESS))
        .properties(Map.of(
            "micronaut.server.port", -1,
            "micronaut.server.max-request-size", 256 * 1024,
            "micronaut.security.reject-not-found", false,
            // The server's own guard of localhost would answer before ours.
            "micronaut.server.cors.localhost-pass-through", true))
        .run(EmbeddedServer.class);
  }

  static Dashboard started() {
    return new Dashboard(new DashboardSettings(Optional.empty()));
  }

  static Dashboard startedAt(String publicUrl) {
    return new Dashboard(new DashboardSettings(Optional.of(URI.create(publicUrl))));
  }

  void reset() {
    Mockito.reset(signingIn, keys, campaigns, once, members, account, audit, access, refusals);
    when(once.claim(any(), any())).thenReturn(new Claim.First(THEN));
    when(campaigns.list(any(TenantView.class), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(signingIn.signIn(any(), any(), any(), any())).thenAnswer(call -> {
      boolean right = call.getArgument(0).equals(TENANT)
          && call.getArgument(1).equals(ADA)
          && call.getArgument(2, Password.class).reveal().equals(PASSWORD);
      return right ? new SigningIn.SignedIn(SESSION) : new SigningIn.WrongLogin();
    });
    when(signingIn.resume(any(), any()))
        .thenAnswer(call -> call.getArgument(0, SessionToken.class).reveal().equals(SESSION.reveal())
            ? Optional.of(staff("Acme"))
            : Optional.empty());
    has();
    when(members.list(any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(audit.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
  }

  /** The role of the member from now on. */
  void signedInAs(Role role) {
    doReturn(Optional.of(staff("Acme", role))).when(signingIn).resume(any(), any());
  }

  /** The keys that the tenant has from now on. */
  void has(ApiKey... all) {
    when(keys.list(any(), any(), any())).thenReturn(new Page<>(Arrays.asList(all), OptionalLong.empty()));
  }

  /** One key, which is found as well. */
  void hasOne(ApiKey key) {
    has(key);
    when(keys.find(any(), eq(key.id()))).thenReturn(Optional.of(key));
  }

  /** The role of whoever is signed in from now on. */
  void role(Role role) {
    doReturn(Optional.of(staff("Acme", role))).when(signingIn).resume(any(), any());
  }

  /** A suspended tenant from now on. */
  void suspended(Role role) {
    Tenant suspended = Tenant.founded(TENANT, new Name("Acme"), THEN)
        .changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED));
    Session session = session(SESSION, staff("Acme", role).member(), suspended);
    doReturn(Staff.resumed(SESSION, session, Optional.of(ADDRESS), THEN)).when(signingIn).resume(any(), any());
  }

  Browser browser() {
    return new Browser(server.getURI());
  }

  /** A browser in which the member has signed in. */
  Browser signedIn() {
    Browser browser = browser();
    browser.open(SIGN_IN);
    browser.send(SIGN_IN, Map.of("email", "ada@example.org", "password", PASSWORD));
    return browser;
  }

  static Staff staff(String tenantName) {
    return staff(tenantName, Role.OWNER);
  }

  static Staff staff(String tenantName, Role role) {
    Tenant tenant = Tenant.founded(TENANT, new Name(tenantName), THEN);
    Member member = new Member(new MemberId(7), TENANT, ADA, role, new PasswordHash("$argon2id$…"), THEN);
    return Staff.resumed(SESSION, session(SESSION, member, tenant), Optional.of(ADDRESS), THEN).orElseThrow();
  }

  static Session session(SessionToken token, Member member, Tenant tenant) {
    SessionOrigin origin = SessionOrigin.of(Optional.of(ADDRESS), Optional.of("Mozilla/5.0 <b>"));
    return new Session(token.digest(), member, tenant, origin, THEN, THEN, THEN.plusSeconds(60));
  }

  static PlainKey plain(Environment environment) {
    return new PlainKey(environment, new KeyId(42), KeySecret.drawn(bound -> 35));
  }

  static ApiKey key(String name, PlainKey plain) {
    Seal seal = new Seal("1", new byte[32]);
    return ApiKey.made(plain, seal, TENANT, KeySettings.named(new Name(name)), new Actor.Operator(), THEN);
  }

  static Page<ApiKey> part(List<ApiKey> keys, long next) {
    return new Page<>(keys, OptionalLong.of(next));
  }

  @Override
  public void close() {
    server.close();
  }
}
