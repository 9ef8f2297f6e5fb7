package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision on each request: its order, its outcomes and its metrics. */
@MicronautTest
class AccessFilterTest {

  private static final String LEADS = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String CHALLENGE = "Bearer realm=\"latchkey\"";

  private final Client client;
  private final FakePorts ports;
  private final MeterRegistry meters;

  AccessFilterTest(Client client, FakePorts ports, MeterRegistry meters) {
    this.client = client;
    this.ports = ports;
    this.meters = meters;
  }

  private static ApiKey disabled() {
    return Known.KEY.with(KeyChange.switched(KeyStatus.DISABLED).of(Known.KEY.settings()));
  }

  @Test
  void anAddressThatIsNotAllowedIsNamed() {
    KeyChange change = new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(AddressRange.of("192.0.2.0/24").stream().toList()), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep());
    ports.access.know(Known.KEY.with(change.of(Known.KEY.settings())), Known.TENANT);
    Answer answer = client.send(client.withKey(WHOAMI)).isProblem(403, "address_not_allowed");
    String seen = answer.at("/address").getStringValue();
    assertThat(AddressRange.address(seen)).isPresent();
    assertThat(answer.at("/detail").getStringValue()).contains("from the address " + seen + ".");
  }

  @Test
  void everyDecisionIsCountedOnce() {
    double granted = decisions("granted", "granted", "v2");
    double missing = decisions("refused", "credentials_missing", "v2");
    double denied = decisions("refused", "campaign_access_denied", "v2");
    double wrong = decisions("refused", "operator_token_invalid", "platform");
    double unavailable = decisions("refused", "verification_unavailable", "v2");

    client.send(client.withKey(WHOAMI));
    client.send(client.to(WHOAMI));
    client.send(client.withKey(TENANTS));
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);
    client.send(client.withKey(LEADS));
    ports.access.failWith(new StoreUnavailable(new IllegalStateException()));
    client.send(client.withKey(WHOAMI));

    assertThat(decisions("granted", "granted", "v2") - granted).isEqualTo(1);
    assertThat(decisions("refused", "credentials_missing", "v2") - missing).isEqualTo(1);
    assertThat(decisions("refused", "campaign_access_denied", "v2") - denied).isEqualTo(1);
    assertThat(decisions("refused", "operator_token_invalid", "platform") - wrong).isEqualTo(1);
    assertThat(decisions("refused", "verification_unavailable", "v2") - unavailable).isEqualTo(1);
  }

  @Test
  void whatNeedsNoCredentialsIsNoDecision() {
    double before = allDecisions();

    client.send(client.to("/version"));
    client.send(client.to("/api/v2/nowhere"));

    assertThat(allDecisions()).isEqualTo(before);
  }

  private double decisions(String outcome, String code, String via) {
    return meters.get("latchkey.decisions").tags("outcome", outcome, "code", code, "via", via).counter().count();
  }

  private double allDecisions() {
    return meters.get("latchkey.decisions").counters().stream().mapToDouble(Counter::count).sum();
  }

  @Test
  void aMissingPermissionNamesTheScope() {
    ports.access.know(Known.granted(Set.of(Permission.LEADS_READ), CampaignAccess.EVERYWHERE), Known.TENANT);
    Answer answer = client.send(client.withKey(LEADS), "POST", "{}").isProblem(403, "permission_missing");
    assertThat(answer.header("WWW-Authenticate"))
        .hasValue(CHALLENGE + ", error=\"insufficient_scope\", scope=\"leads:write\"");
  }

  @Test
  void anyValidKeyMayLookAtItselfAndNoOther() {
    ports.access.know(Known.granted(Set.of(), CampaignAccess.NONE), Known.TENANT);
    assertThat(client.send(client.withKey(WHOAMI)).status()).isEqualTo(200);
    ports.access.know(disabled(), Known.TENANT);
    client.send(client.withKey(WHOAMI)).isProblem(401, "key_disabled");
  }

  @ParameterizedTest
  @CsvSource({
      "GET, /api/v2/api-keys, api_keys:read", "GET, /api/v2/api-keys/x, api_keys:read",
      "POST, /api/v2/api-keys, api_keys:write", "PATCH, /api/v2/api-keys/x, api_keys:write",
      "POST, /api/v2/api-keys/x/rotate, api_keys:write", "DELETE, /api/v2/api-keys/x, api_keys:write",
      "POST, /api/v2/access/explain, api_keys:read", "GET, /api/v2/audit-events, audit:read"
  })
  void managingTakesItsOwnPermissionWhichNoKeyHasUnasked(String method, String path, String scope) {
    Set<Permission> allOthers = EnumSet.allOf(Permission.class);
    allOthers.remove(Permission.labelled(scope).orElseThrow());
    ports.access.know(Known.granted(allOthers, CampaignAccess.EVERYWHERE), Known.TENANT);
    Answer answer = client.send(
        client.withKey(path + "?limit=nonsense").header("Idempotency-Key", "not fit").header("If-Match", "not fit"),
        method,
        "no json").isProblem(403, "permission_missing");
    assertThat(answer.header("WWW-Authenticate")).get().asString().endsWith("scope=\"" + scope + "\"");
    verifyNoInteractions(ports.keys, ports.audit, ports.once);
  }

  @Test
  void aSuspendedTenantIsForbiddenWithoutAChallenge() {
    ports.access.know(Known.KEY, Known.TENANT.changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED)));
    Answer answer = client.send(client.withKey(WHOAMI)).isProblem(403, "tenant_suspended");
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "GET, " + WHOAMI, "GET, " + LEADS, "POST, " + LEADS, "POST, /api/v2/voice-campaigns",
      "POST, /v1/api/voice-campaigns/nonsense/leads", "GET, " + TENANTS, "POST, " + TENANTS,
      "PATCH, " + TENANTS + "/nonsense", "DELETE, " + TENANTS + "/nonsense/api-keys/nonsense",
      "POST, /api/v2/api-keys", "PATCH, /api/v2/api-keys/nonsense", "POST, /api/v2/api-keys/nonsense/rotate",
      "DELETE, /api/v2/api-keys/nonsense", "POST, /api/v2/access/explain", "GET, /api/v2/audit-events",
      "POST, /api/platform/v1/keys/verify", "POST, " + TENANTS + "/nonsense/api-keys/nonsense/rotate",
      "GET, " + TENANTS + "/nonsense/audit-events"
  })
  void nothingOfARequestIsLookedAtBeforeItsCredentials(String method, String path) {
    String twoMebibytes = "x".repeat(2 * 1024 * 1024);
    client.send(client.to(path + "?limit=nonsense")
        .header("Content-Type", "text/plain")
        .header("Accept", "image/png")
        .header("Idempotency-Key", "not fit")
        .header("If-Match", "not fit")
        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(twoMebibytes)))
        .isProblem(401, "credentials_missing");
  }

  @Test
  void theCampaignIsJudgedBeforeTheBodyAndTheQuery() {
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);
    client.send(client.withKey(LEADS), "POST", "no json").isProblem(403, "campaign_access_denied");
    client.send(client.withKey(LEADS + "?limit=nonsense")).isProblem(403, "campaign_access_denied");
    client.send(client.withKey(LEADS).POST(BodyPublishers.ofString("x".repeat(2 * 1024 * 1024))))
        .isProblem(403, "campaign_access_denied");
  }

  @Test
  void whereTheKeyCannotBeLookedUpNothingIsGranted() {
    ports.access.failWith(new StoreUnavailable(new IllegalStateException("SELECT secret FROM keys")));
    Answer answer = client.send(client.withKey(WHOAMI)).isProblem(503, "verification_unavailable");
    assertThat(answer.header("Retry-After")).hasValue("1");
    assertThat(answer.text()).doesNotContain("SELECT", "Exception");
  }

  @Test
  void whereTheStoreFailsLaterTheProblemIsAnotherOne() {
    when(ports.leads.list(any(), any(), any()))
        .thenThrow(new StoreUnavailable(new IllegalStateException("SELECT lead")));
    Answer answer = client.send(client.withKey(LEADS)).isProblem(503, "store_unavailable");
    assertThat(answer.header("Retry-After")).hasValue("1");
    assertThat(answer.text()).doesNotContain("SELECT", "Exception");
  }

  @Test
  void aBugInTheCheckGrantsNothingAndTellsNothing() {
    ports.access.failWith(new IllegalStateException("secret detail"));
    Answer answer = client.send(client.withKey(WHOAMI)).isProblem(500, "internal_error");
    assertThat(answer.text()).doesNotContain("secret detail", "Exception");
  }

  @Test
  void aKeyThatIsInMemoryIsJudgedWithoutLeavingTheEventLoop() {
    assertThat(client.send(client.withKey(WHOAMI)).status()).isEqualTo(200);
    assertThat(ports.access.lookedUpOn()).isEmpty();
  }

  @Test
  void aKeyThatHasToBeLookedUpIsJudgedTheSameAndNeverOnTheEventLoop() {
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    ports.access.forget();
    assertThat(client.send(client.withKey(WHOAMI)).status()).isEqualTo(200);
    assertThat(client.send(client.withKey(LEADS)).status()).isEqualTo(200);
    ports.access.know(disabled(), Known.TENANT);
    client.send(client.withKey(LEADS)).isProblem(401, "key_disabled");
    assertThat(ports.access.lookedUpOn()).get().matches(Thread::isVirtual);
  }

  @Test
  void everyResponseHasADateHeaderOfTheCurrentTime() {
    for (HttpRequest.Builder request : List.of(client.withKey(WHOAMI), client.to(WHOAMI), client.to("/nowhere"))) {
      Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      Answer answer = client.send(request);
      Instant after = Instant.now();
      assertThat(answer.header("Date")).get().satisfies(
          date -> assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from)).isBetween(before, after));
    }
  }

  @Test
  void refusedRequestsAreTimedByTheirRoute() {
    client.send(client.to(WHOAMI)).isProblem(401, "credentials_missing");
    assertThat(meters.get("http.server.requests").tags("uri", WHOAMI, "status", "401", "method", "GET").timer().count())
        .isPositive();
  }

  @Test
  void theRequestPassesWithARightKey() {
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    assertThat(client.send(client.withKey(LEADS)).status()).isEqualTo(200);
  }
}
