package dev.latchkey.adapters.rest.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.CallerKind;
import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags of keys, and requests with {@code If-Match}. */
@MicronautTest
class ConditionalKeyRequestsTest {

  private static final String KEYS = "/api-keys";
  private static final String KEY = KEYS + "/" + Known.KEY_ID;
  private static final String ROTATE = KEY + "/rotate";
  private static final String ROTATION = "{\"overlap_seconds\": 60}";
  private static final String ETAG = "\"v1\"";

  private final Client client;
  private final FakePorts ports;

  ConditionalKeyRequestsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    ports.access.know(Known.granted(EnumSet.allOf(Permission.class), CampaignAccess.EVERYWHERE), Known.TENANT);
    when(ports.keys.issue(any(), any(), any())).thenReturn(new Issuing.Issued(Known.KEY, Known.PLAIN));
    when(ports.keys.change(any(), eq(Known.KEY.id()), any(), any())).thenReturn(new Changing.Changed(Known.KEY));
    when(ports.keys.rotate(any(), eq(Known.KEY.id()), any(), any()))
        .thenReturn(new Rotating.Rotated(Known.KEY, Known.PLAIN));
    when(ports.keys.delete(any(), eq(Known.KEY.id()), any())).thenReturn(new Deleting.Deleted(Known.KEY));
    when(ports.keys.list(any(), any(), any())).thenReturn(new Page<>(List.of(Known.KEY), OptionalLong.empty()));
  }

  private Answer get(CallerKind door, String path) {
    return client.send(door.request(client, path));
  }

  private Answer send(CallerKind door, String method, String path, String json) {
    return client.send(door.request(client, path), method, json);
  }

  private Answer patch(String ifMatch, String json) {
    return client.send(CallerKind.TENANT.request(client, KEY).header("If-Match", ifMatch), "PATCH", json);
  }

  @Test
  void everySingleRecordHasItsEntityTag() {
    assertThat(get(CallerKind.TENANT, KEY).header("ETag")).hasValue(ETAG);
    assertThat(send(CallerKind.TENANT, "POST", KEYS, "{\"name\": \"CRM\"}").header("ETag")).hasValue(ETAG);
    assertThat(send(CallerKind.TENANT, "POST", ROTATE, ROTATION).header("ETag")).hasValue(ETAG);
    when(ports.keys.change(any(), any(), any(), any()))
        .thenReturn(new Changing.Changed(Known.KEY.with(Known.KEY.settings())));
    assertThat(send(CallerKind.TENANT, "PATCH", KEY, "{}").header("ETag")).hasValue("\"v2\"");
    assertThat(get(CallerKind.TENANT, KEYS).header("ETag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      ETAG, "  \"v1\" ", "\"v2\", \"v1\"", "\"v1\",\"v2\"", ", \"v1\" ,,", "W/\"v1\", \"v1\"", "\"a,b\",\"v1\"",
      "\"\",\"v1\"", "W/\"v1\"", "\"v9\", W/\"v1\""
  })
  void aChangeOfTheVersionThatIsExpectedIsMadeOfThatOneOnly(String ifMatch) {
    assertThat(patch(ifMatch, "{\"status\": \"DISABLED\"}").status()).isEqualTo(200);
    verify(ports.keys).change(any(), any(), any(), eq(OptionalLong.of(1)));
  }

  @Test
  void severalHeadersAreOneList() {
    Answer answer = client.send(
        CallerKind.TENANT.request(client, KEY).header("If-Match", "\"v9\"").header("If-Match", ETAG), "PATCH", "{}");
    assertThat(answer.status()).isEqualTo(200);
    verify(ports.keys).change(any(), any(), any(), eq(OptionalLong.of(1)));
  }

  @Test
  void whoeverExpectsNothingOrAnythingChangesWhatThereIs() {
    assertThat(send(CallerKind.TENANT, "PATCH", KEY, "{}").status()).isEqualTo(200);
    assertThat(patch("*", "{}").status()).isEqualTo(200);
    verify(ports.keys, times(2)).change(any(), any(), any(), eq(OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v2\"", "W/\"v2\"", "\"v3\", \"v4\"", "\"1\"", "\"V1\"", "\"\"", "\"*\""})
  void aChangeOfAnotherVersionIsNotMade(String ifMatch) {
    patch(ifMatch, "{}").isProblem(412, "version_conflict");
    verify(ports.keys, never()).change(any(), any(), any(), any());
  }

  @Test
  void aChangeOfAnOutdatedVersionIsRefused() {
    when(ports.keys.change(any(), any(), any(), any())).thenReturn(new Changing.VersionConflict());
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.VersionConflict());
    when(ports.keys.delete(any(), any(), any())).thenReturn(new Deleting.VersionConflict());
    patch(ETAG, "{}").isProblem(412, "version_conflict");
    send(CallerKind.TENANT, "POST", ROTATE, ROTATION).isProblem(412, "version_conflict");
    client.send(CallerKind.TENANT.request(client, KEY).DELETE()).isProblem(412, "version_conflict");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "v1", "\"v1", "v1\"", "*, \"v1\"", "**", "", ",", "\"v1\" \"v2\"", "\"v1\"x", "w/\"v1\"", "\"v 1\"", "'v1'"
  })
  void aConditionThatIsNoneIsNamed(String ifMatch) {
    patch(ifMatch, "{}").isProblem(400, "validation_failed").hasFault("/If-Match", "invalid_entity_tag");
    verify(ports.keys, never()).change(any(), any(), any(), any());
  }

  @Test
  void aConditionAsLongAsAHeaderCanBeIsReadToItsEnd() {
    patch("\"v1\"" + ", ".repeat(20_000) + "x", "{}").isProblem(400, "validation_failed");
    patch("\"v9\",".repeat(8_000) + ETAG, "{}");
    verify(ports.keys).change(any(), any(), any(), eq(OptionalLong.of(1)));
  }

  @Test
  void aConditionIsAskedOnlyOfAChangeThatWouldOtherwiseBeMade() {
    patch("\"v2\"", "{\"status\": \"off\"}").isProblem(400, "validation_failed").hasFault("/status", "not_one_of");
    client.send(CallerKind.TENANT.request(client, KEYS + "/nonsense").header("If-Match", "no tag"), "PATCH", "{}")
        .isProblem(404, "api_key_not_found");
  }

  @ParameterizedTest
  @EnumSource(CallerKind.class)
  void noKeyOfAnotherVersionIsRotatedOrDeleted(CallerKind door) {
    for (String other : List.of("\"v2\"", "W/\"v2\"", "\"v3\", \"v4\"")) {
      client.send(door.request(client, ROTATE).header("If-Match", other), "POST", ROTATION)
          .isProblem(412, "version_conflict");
      client.send(door.request(client, KEY).header("If-Match", other).DELETE()).isProblem(412, "version_conflict");
    }
    client.send(door.request(client, ROTATE).header("If-Match", "v1"), "POST", ROTATION)
        .isProblem(400, "validation_failed").hasFault("/If-Match", "invalid_entity_tag");
    client.send(door.request(client, KEY).header("If-Match", "v1").DELETE())
        .isProblem(400, "validation_failed").hasFault("/If-Match", "invalid_entity_tag");
    verify(ports.keys, never()).rotate(any(), any(), any(), any());
    verify(ports.keys, never()).delete(any(), any(), any());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
      "v1"       | 1
      W/"v1"     | 1
      "v9", "v1" | 1
      *          |
      """)
  void keyOfTheExpectedVersionIsRotatedAndDeleted(String ifMatch, @Nullable Long version) {
    OptionalLong expected = version == null ? OptionalLong.empty() : OptionalLong.of(version);
    assertThat(
        client.send(CallerKind.TENANT.request(client, ROTATE).header("If-Match", ifMatch), "POST", ROTATION).status())
        .isEqualTo(201);
    verify(ports.keys).rotate(any(), any(), any(), eq(expected));
    assertThat(client.send(CallerKind.TENANT.request(client, KEY).header("If-Match", ifMatch).DELETE()).status())
        .isEqualTo(204);
    verify(ports.keys).delete(any(), any(), eq(expected));
  }

  @Test
  void keyThatIsToBeMadeHasNoVersionToMatch() {
    String json = "{\"name\": \"CRM\"}";
    client.send(CallerKind.TENANT.request(client, KEYS).header("If-Match", ETAG), "POST", json)
        .isProblem(412, "version_conflict");
    client.send(CallerKind.TENANT.request(client, KEYS).header("If-Match", "v1"), "POST", json)
        .isProblem(400, "validation_failed").hasFault("/If-Match", "invalid_entity_tag");
    verify(ports.keys, never()).issue(any(), any(), any());
    assertThat(client.send(CallerKind.TENANT.request(client, KEYS).header("If-Match", "*"), "POST", json).status())
        .isEqualTo(201);
  }
}
