package dev.latchkey.adapters.dashboard;

import static dev.latchkey.adapters.dashboard.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.Dashboard.key;
import static dev.latchkey.adapters.dashboard.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.application.port.in.ForAnsweringOnce.Claim;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyFormat;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.RotationObstacle;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRotationPagesTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));
  private static final PlainKey PLAIN = plain(Environment.LIVE);
  private static final String ROTATION = KEYS + "/" + KeyFormat.handle(KEY.id()) + "/rotation";

  private static final Dashboard dashboard = Dashboard.started();

  @AfterAll
  static void stop() {
    dashboard.close();
  }

  @BeforeEach
  void reset() {
    dashboard.reset();
  }

  @Test
  void aKeyIsRotatedWithTheChosenOverlapAndTheNewSecretShown() {
    dashboard.hasOne(KEY);
    when(dashboard.keys.rotate(any(), any(), any())).thenReturn(new Rotating.Rotated(KEY, PLAIN));
    Browser browser = dashboard.signedIn();
    assertThat(browser.open(ROTATION).body()).contains("1 hour", "30 days");

    HttpResponse<String> reply = browser.send(ROTATION, Map.of("overlap", "3600"));
    browser.send(ROTATION, Map.of("overlap", "other", "seconds", "90"));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains(PLAIN.reveal(), "The old key ends at");
    verify(dashboard.keys).rotate(any(), eq(KEY.id()), eq(Duration.ofHours(1)));
    verify(dashboard.keys).rotate(any(), eq(KEY.id()), eq(Duration.ofSeconds(90)));
  }

  @Test
  void anOverlapThatIsNoneIsToldAndRotatesNothing() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(ROTATION);

    for (String seconds : List.of("", "-1", "1.5", "2592001", "99999999999")) {
      HttpResponse<String> reply = browser.send(ROTATION, Map.of("overlap", "other", "seconds", seconds));
      assertThat(reply.statusCode()).as(seconds).isEqualTo(400);
      assertThat(reply.body()).contains("id=\"overlap-fault\"", "value=\"" + seconds + "\"");
    }
    verify(dashboard.keys, never()).rotate(any(), any(), any());
    verify(dashboard.once, never()).settle(any(), any(), any());
  }

  @Test
  void aKeyThatCannotBeRotatedIsToldWhyAndWhatToDo() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(ROTATION);
    for (RotationObstacle obstacle : RotationObstacle.values()) {
      when(dashboard.keys.rotate(any(), any(), any())).thenReturn(new Rotating.Impossible(obstacle));
      HttpResponse<String> reply = browser.send(ROTATION, Map.of("overlap", "0"));
      assertThat(reply.statusCode()).isEqualTo(409);
      assertThat(reply.body()).contains("rotated", "To the API keys");
    }
    when(dashboard.keys.rotate(any(), any(), any())).thenReturn(new Rotating.NoSuchKey());
    assertThat(browser.send(ROTATION, Map.of("overlap", "0")).statusCode()).isEqualTo(404);
    when(dashboard.keys.rotate(any(), any(), any())).thenReturn(new Rotating.Escalates());
    assertThat(browser.send(ROTATION, Map.of("overlap", "0")).statusCode()).isEqualTo(403);

    dashboard.hasOne(KEY.replaced(new KeyId(43), Dashboard.NOW));
    assertThat(browser.open(ROTATION).body()).contains("This key was rotated already");
  }

  @Test
  void aFormThatWasSentBeforeRotatesNothing() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(ROTATION);
    when(dashboard.once.claim(any(), any())).thenReturn(new Claim.Running());

    assertThat(browser.send(ROTATION, Map.of("overlap", "0")).statusCode()).isEqualTo(409);
    verify(dashboard.keys, never()).rotate(any(), any(), any());
  }
}
