package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.PlainKey;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyRotationPagesTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));
  private static final PlainKey PLAIN = plain(Environment.LIVE);
  private static final String ROTATION = KEYS + "/" + KeyFormat.handle(KEY.id()) + "/rotation";

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void aKeyIsRotatedWithTheChosenOverlapAndTheNewSecretShown() {
    dashboard.hasOne(KEY);
    when(dashboard.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Rotated(KEY, PLAIN));
    Browser browser = dashboard.signedIn();
    assertThat(browser.open(ROTATION).body())
        .contains("1 hour", "30 days", "hours", "days")
        .containsOnlyOnce("checked")
        .contains("value=\"24\" checked");

    HttpResponse<String> reply = browser.send(ROTATION, Map.of("overlap", "1"));
    browser.send(ROTATION, Map.of("overlap", "other", "amount", "36", "unit", "HOURS"));
    browser.send(ROTATION,
        Map.of("overlap", "other", "amount", "30", "unit", "DAYS", "expires_at", "2027-01-02T03:04"));
    browser.send(ROTATION, Map.of("overlap", "0"));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains(PLAIN.reveal(), "The old key expires at");
    verify(dashboard.keys).rotate(any(), eq(KEY.id()), eq(Rotation.after(Duration.ofHours(1))), any());
    verify(dashboard.keys).rotate(any(), eq(KEY.id()), eq(Rotation.after(Duration.ofHours(36))), any());
    verify(dashboard.keys).rotate(
        any(), eq(KEY.id()), eq(new Rotation(Duration.ofDays(30), Optional.of(Instant.parse("2027-01-02T03:04:00Z")))),
        any());
    verify(dashboard.keys).rotate(any(), eq(KEY.id()), eq(Rotation.after(Duration.ZERO)), any());
  }

  @Test
  void anOverlapThatIsNoneIsToldAndRotatesNothing() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(ROTATION);

    for (String amount : List.of("", "-1", "1.5", "721", "99999999999")) {
      HttpResponse<String> reply = browser.send(
          ROTATION, Map.of("overlap", "other", "amount", amount, "unit", "HOURS", "expires_at", "2027-01-02T03:04"));
      assertThat(reply.statusCode()).as(amount).isEqualTo(422);
      assertThat(reply.body()).contains(
          "id=\"overlap-fault\"", "value=\"" + amount + "\"", "value=\"2027-01-02T03:04\"");
    }
    for (Map<String, String> form : List.of(
        Map.<String, String>of(), Map.of("overlap", ""), Map.of("overlap", "3600"),
        Map.of("amount", "1", "unit", "HOURS"),
        Map.of("overlap", "other", "amount", "1"), Map.of("overlap", "other", "amount", "31", "unit", "DAYS"))) {
      assertThat(browser.send(ROTATION, form).body()).as(form.toString()).contains("id=\"overlap-fault\"");
    }
    assertThat(browser.send(ROTATION, Map.of("overlap", "1", "expires_at", "soon")).body())
        .contains("id=\"expires_at-fault\"");
    verify(dashboard.keys, never()).rotate(any(), any(), any(), any());
    verify(dashboard.once, never()).settle(any(), any(), any());
  }

  @Test
  void aKeyThatCannotBeRotatedIsToldWhyAndWhatToDo() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(ROTATION);
    for (RotationObstacle obstacle : RotationObstacle.values()) {
      when(dashboard.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Impossible(obstacle));
      HttpResponse<String> reply = browser.send(ROTATION, Map.of("overlap", "0"));
      assertThat(reply.statusCode()).isEqualTo(409);
      assertThat(reply.body()).contains("rotated", "To the API keys");
    }
    when(dashboard.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.NoSuchKey());
    assertThat(browser.send(ROTATION, Map.of("overlap", "0")).statusCode()).isEqualTo(404);
    when(dashboard.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Escalates(Set.of()));
    assertThat(browser.send(ROTATION, Map.of("overlap", "0")).statusCode()).isEqualTo(403);

    when(dashboard.keys.rotate(any(), any(), any(), any()))
        .thenReturn(new Rotating.Unsound(List.of(new Violation("expires_at", "in_the_past", "…"))));
    assertThat(browser.send(ROTATION, Map.of("overlap", "0", "expires_at", "2020-01-01T00:00")).body())
        .contains("id=\"expires_at-fault\"", "Must lie in the future");

    dashboard.hasOne(KEY.replaced(new KeyId(43), Dashboard.NOW));
    assertThat(browser.open(ROTATION).body()).contains("This key is already rotated");
  }

  @Test
  void aFormThatWasSentBeforeRotatesNothing() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(ROTATION);
    when(dashboard.once.claim(any(), any())).thenReturn(new Claim.Running());

    assertThat(browser.send(ROTATION, Map.of("overlap", "0")).statusCode()).isEqualTo(409);
    verify(dashboard.keys, never()).rotate(any(), any(), any(), any());
  }
}
