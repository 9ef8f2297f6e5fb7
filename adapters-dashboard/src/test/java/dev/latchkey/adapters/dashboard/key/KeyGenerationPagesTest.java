package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;

class KeyGenerationPagesTest {

  private static final String NEW = KEYS + "/new";
  private static final PlainKey PLAIN = plain(Environment.LIVE);

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void aKeyIsMadeAsTypedAndItsSecretIsInTheAnswerAloneAndNotKept() {
    when(dashboard.keys.issue(any(), any(), any())).thenReturn(new Issuing.Issued(key("Dialer", PLAIN), PLAIN));
    Browser browser = dashboard.signedIn();
    browser.open(NEW);

    HttpResponse<String> reply = browser.send(NEW, typed(Map.of(
        "access", "SELECTED",
        "campaigns", PublicId.of(new CampaignId(9)),
        "addresses", "192.0.2.0/24\r\n\r\n2001:db8::1",
        "requests", "10",
        "window", "60",
        "expires_at", "2027-01-01T12:30")));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(reply.body())
        .contains(PLAIN.reveal(), "data-copy=\"secret\"", "I have stored it", "It is shown only once")
        .contains("/api/v2/auth/whoami -H 'Authorization: Bearer " + PLAIN.reveal());
    assertThat(reply.uri().toString()).doesNotContain("lk_");
    verify(dashboard.keys).issue(
        any(),
        eq(Environment.LIVE),
        eq(new KeySettings(
            new Name("Dialer"),
            KeyStatus.ACTIVE,
            new Grant(Set.of(Permission.LEADS_READ), KeyFields.selecting(Set.of(new CampaignId(9)))),
            List.of(AddressRange.of("192.0.2.0/24").orElseThrow(), AddressRange.of("2001:db8::1").orElseThrow()),
            Optional.of(new RateLimit(10, Duration.ofMinutes(1))),
            new Period(Optional.empty(), Optional.of(Instant.parse("2027-01-01T12:30:00Z"))))));
    ArgumentCaptor<StoredResponse> kept = ArgumentCaptor.captor();
    verify(dashboard.once).settle(any(), any(), kept.capture());
    assertThat(kept.getValue().body()).isEmpty();
  }

  @Test
  void customRulesAreReadLineByLine() {
    when(dashboard.keys.issue(any(), any(), any())).thenReturn(new Issuing.Issued(key("Dialer", PLAIN), PLAIN));
    Browser browser = dashboard.signedIn();
    browser.open(NEW);
    String rules = "allow read, write on all\ndeny write on outbound\nallow read on " + PublicId.of(new CampaignId(9));

    browser.send(NEW, typed(Map.of("access", "CUSTOM", "rules", rules)));

    ArgumentCaptor<KeySettings> settings = ArgumentCaptor.captor();
    verify(dashboard.keys).issue(any(), any(), settings.capture());
    CampaignAccess access = settings.getValue().grant().campaignAccess();
    assertThat(access.rules()).hasSize(3);
    assertThat(RuleLines.of(access)).isEqualTo(rules);
  }

  @Test
  void allFaultsAreToldAtOnceBesideTheirFieldsAndWhatWasTypedStays() {
    Browser browser = dashboard.signedIn();
    browser.open(NEW);

    HttpResponse<String> reply = browser.send(NEW, Map.of(
        "name", "\u0007", "environment", "moon", "permissions", "everything", "access", "CUSTOM", "rules", "let me in",
        "addresses", "my house", "requests", "many", "window", "0", "expires_at", "tomorrow", "not_before", "1812"));

    assertThat(reply.statusCode()).isEqualTo(422);
    for (String field : List.of(
        "name", "environment", "permissions", "rules", "addresses", "rate", "expires_at", "not_before")) {
      assertThat(reply.body()).contains("id=\"" + field + "-fault\"");
    }
    assertThat(reply.body()).contains("“let me in” is not a rule", "“my house” is not an IP address", "value=\"many\"")
        .contains(">let me in</textarea>", ">my house</textarea>");
    verify(dashboard.keys, never()).issue(any(), any(), any());
    verify(dashboard.once).release(any(), any());
  }

  @Test
  void accessThatIsSelectedNeedsACampaignAndAnEndComesAfterItsBeginning() {
    Browser browser = dashboard.signedIn();
    browser.open(NEW);

    assertThat(browser.send(NEW, typed(Map.of("access", "SELECTED"))).body()).contains("id=\"campaigns-fault\"");
    assertThat(browser.send(NEW, typed(Map.of("access", "NONE"))).body()).contains("id=\"access-fault\"");
    assertThat(browser.send(NEW, typed(Map.of("requests", "5"))).body()).contains("id=\"rate-fault\"");
    assertThat(browser.send(
        NEW, typed(Map.of("not_before", "2027-01-02T00:00", "expires_at", "2027-01-01T00:00"))).body())
        .contains("Must be after the start");
    assertThat(browser.send(NEW, typed(Map.of("addresses", "192.0.2.1\n".repeat(101)))).body())
        .contains("at most 100 lines");
  }

  @Test
  void whatTheCoreRefusesIsToldInTheForm() {
    Browser browser = dashboard.signedIn();
    browser.open(NEW);
    when(dashboard.keys.issue(any(), any(), any())).thenReturn(new Issuing.Escalates(Set.of()));
    HttpResponse<String> escalates = browser.send(NEW, typed(Map.of()));
    assertThat(escalates.statusCode()).isEqualTo(403);
    assertThat(escalates.body()).contains("more rights than you have", "value=\"Dialer\"");

    when(dashboard.keys.issue(any(), any(), any()))
        .thenReturn(new Issuing.Unsound(List.of(new Violation("expires_at", "not_after_start", "…"))));
    HttpResponse<String> unsound = browser.send(NEW, typed(Map.of()));
    assertThat(unsound.statusCode()).isEqualTo(422);
    assertThat(unsound.body()).contains("id=\"expires_at-fault\"");

    when(dashboard.keys.issue(any(), any(), any()))
        .thenReturn(new Issuing.Unsound(List.of(new Violation("expires_at", "in_the_past", "…"))));
    assertThat(browser.send(NEW, typed(Map.of())).body())
        .contains("id=\"expires_at-fault\"", "Must lie in the future. Choose a later time");

    doThrow(new StoreUnavailable(new IllegalStateException())).when(dashboard.keys).issue(any(), any(), any());
    assertThat(browser.send(NEW, typed(Map.of())).statusCode()).isEqualTo(503);
    verify(dashboard.once, never()).settle(any(), any(), any());
  }

  @Test
  void aFormThatWasSentBeforeMakesNoSecondKey() {
    Browser browser = dashboard.signedIn();
    browser.open(NEW);
    for (Claim used : List.of(
        new Claim.Again(new StoredResponse(200, "text/html", Map.of(), "")), new Claim.Running(),
        new Claim.OtherBody())) {
      when(dashboard.once.claim(any(), any())).thenReturn(used);
      HttpResponse<String> reply = browser.send(NEW, typed(Map.of()));
      assertThat(reply.statusCode()).isEqualTo(409);
      assertThat(reply.body()).contains("This form was already sent");
    }
    assertThat(browser.send(NEW, typed(Map.of("once", ""))).statusCode()).isEqualTo(409);
    verify(dashboard.keys, never()).issue(any(), any(), any());
  }

  private static Map<String, String> typed(Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(
        Map.of("name", "Dialer", "environment", "live", "permissions", "leads:read", "access", "ALL"));
    fields.putAll(more);
    return fields;
  }
}
