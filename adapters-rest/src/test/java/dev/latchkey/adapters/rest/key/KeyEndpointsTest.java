package dev.latchkey.adapters.rest.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
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
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyFormat;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class KeyEndpointsTest {

  private static final String KEYS = "/api-keys";
  private static final String KEY = KEYS + "/" + Known.KEY_ID;
  private static final String ROTATE = KEY + "/rotate";
  private static final String ROTATION = "{\"overlap_seconds\": 60}";
  private static final String ETAG = "\"v1\"";
  private static final List<Violation> UNSOUND = List
      .of(new Violation("expires_at", "not_after_start", "Later, please."));

  private final Client client;
  private final FakePorts ports;

  KeyEndpointsTest(Client client, FakePorts ports) {
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

  private static TenantScope own() {
    return argThat(scope -> scope.tenant().equals(Known.TENANT.id()));
  }

  @ParameterizedTest
  @EnumSource
  void everyVerbIsThereAndActsOnTheTenant(CallerKind door) {
    assertThat(send(door, "POST", KEYS, "{\"name\": \"CRM\"}").status()).isEqualTo(201);
    verify(ports.keys).issue(own(), any(), any());
    assertThat(get(door, KEYS).status()).isEqualTo(200);
    verify(ports.keys).list(own(), any(), any());
    assertThat(get(door, KEY).status()).isEqualTo(200);
    verify(ports.keys).find(own(), eq(Known.KEY.id()));
    assertThat(send(door, "PATCH", KEY, "{\"status\": \"DISABLED\"}").status()).isEqualTo(200);
    verify(ports.keys).change(own(), any(), any(), any());
    assertThat(send(door, "POST", ROTATE, ROTATION).status()).isEqualTo(201);
    verify(ports.keys).rotate(own(), any(), any(), any());
    Answer deleted = client.send(door.request(client, KEY).DELETE());
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    verify(ports.keys).delete(own(), any(), any());
  }

  @Test
  void bothDoorsGiveTheSameAnswersByteForByte() {
    for (String path : List.of(KEYS, KEY)) {
      assertThat(get(CallerKind.TENANT, path).text()).isEqualTo(get(CallerKind.OPERATOR, path).text());
    }
    assertThat(send(CallerKind.TENANT, "POST", ROTATE, ROTATION).text())
        .isEqualTo(send(CallerKind.OPERATOR, "POST", ROTATE, ROTATION).text());
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
  void whoeverIsSecondOfTwoIsToldSo() {
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

  @Test
  void aKeyThatExceedsItsLimitsIsToldInWhichDimensions() {
    Set<Dimension> exceeded = EnumSet.of(Dimension.RATE_LIMIT, Dimension.VALIDITY_PERIOD);
    when(ports.keys.issue(any(), any(), any())).thenReturn(new Issuing.Escalates(exceeded));
    when(ports.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Escalates(exceeded));
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Escalates(exceeded));
    when(ports.keys.delete(any(), any(), any())).thenReturn(new Deleting.Escalates(exceeded));
    for (Answer answer : List.of(
        send(CallerKind.TENANT, "POST", KEYS, "{\"name\": \"CRM\"}"),
        send(CallerKind.TENANT, "PATCH", KEY, "{\"permissions\": [\"audit:read\"]}"),
        send(CallerKind.TENANT, "POST", ROTATE, ROTATION),
        client.send(CallerKind.TENANT.request(client, KEY).DELETE()))) {
      answer.isProblem(403, "permission_escalation");
      assertThat(answer.at("/detail").getStringValue()).contains("validity period, rate limit");
      assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }
  }

  @Test
  void whatTheApplicationFindsUnsoundIsToldAtItsPlace() {
    when(ports.keys.issue(any(), any(), any())).thenReturn(new Issuing.Unsound(UNSOUND));
    when(ports.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Unsound(UNSOUND));
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Unsound(UNSOUND));
    send(CallerKind.TENANT, "POST", ROTATE, ROTATION)
        .isProblem(400, "validation_failed")
        .hasFault("/expires_at", "not_after_start");
    send(CallerKind.TENANT, "POST", KEYS, "{\"name\": \"CRM\"}")
        .isProblem(400, "validation_failed")
        .hasFault("/expires_at", "not_after_start");
    send(CallerKind.TENANT, "PATCH", KEY, "{}")
        .isProblem(400, "validation_failed")
        .hasFault("/expires_at", "not_after_start");
  }

  @Test
  void aRotationGivesANewKeyThisOnce() {
    Answer answer = send(CallerKind.TENANT, "POST", ROTATE, "{\"overlap_seconds\": 2592000}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.at("/data/key").getStringValue()).isEqualTo(Known.PLAIN.reveal());
    assertThat(answer.at("/data/id").getStringValue()).isEqualTo(Known.KEY_ID);
    verify(ports.keys).rotate(any(), any(), eq(Rotation.after(Duration.ofDays(30))), any());
  }

  @Test
  void aRotationTakesAnExpiry() {
    String json = "{\"overlap_seconds\": 0, \"expires_at\": \"2031-01-31T12:00:00Z\"}";
    assertThat(send(CallerKind.TENANT, "POST", ROTATE, json).status()).isEqualTo(201);
    verify(ports.keys).rotate(
        any(), any(), eq(new Rotation(Duration.ZERO, Optional.of(Instant.parse("2031-01-31T12:00:00Z")))), any());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                           | validation_failed | /overlap_seconds | required
      {"overlap_seconds": null}    | validation_failed | /overlap_seconds | required
      {"expires_at": "2031-01-31T12:00:00Z"} | validation_failed | /overlap_seconds | required
      {"overlap_seconds": 1, "expires_at": "later"} | validation_failed | /expires_at | invalid_time
      {"overlap_seconds": -1}      | validation_failed | /overlap_seconds | out_of_range
      {"overlap_seconds": 2592001} | validation_failed | /overlap_seconds | out_of_range
      {"overlap_seconds": 1.5}     | validation_failed | /overlap_seconds | wrong_type
      {"overlap_seconds": "60"}    | validation_failed | /overlap_seconds | wrong_type
      {"overlap": 60}              | unknown_field     | /overlap         | unknown_field
      {"overlap_seconds": 1, "name": "Other"} | validation_failed | /name     | unchangeable
      []                           | validation_failed | ''               | wrong_type
      """)
  void aRotationThatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    send(CallerKind.TENANT, "POST", ROTATE, json).isProblem(400, code).hasFault(pointer, fault);
    verify(ports.keys, never()).rotate(any(), any(), any(), any());
  }

  @Test
  void theExpiryOfAReplacedKeyIsNotPutOff() {
    when(ports.keys.change(any(), any(), any(), any())).thenReturn(new Changing.Replaced());
    assertThat(send(CallerKind.TENANT, "PATCH", KEY, "{\"expires_at\": null}").isProblem(409, "key_state_conflict")
        .at("/detail").getStringValue()).contains("replaced");
  }

  @Test
  void aRecordHasTheStateOfTheMoment() {
    ApiKey ending = Known.KEY.replaced(new KeyId(457), Known.NOW);
    when(ports.keys.find(any(), eq(Known.KEY.id()))).thenReturn(Optional.of(ending));
    when(ports.keys.list(any(), any(), any())).thenReturn(new Page<>(List.of(ending), OptionalLong.empty()));

    assertThat(get(CallerKind.TENANT, KEY).at("/data/state").getStringValue()).isEqualTo("expired");
    assertThat(get(CallerKind.TENANT, KEY).at("/data/status").getStringValue()).isEqualTo("ACTIVE");
    assertThat(get(CallerKind.TENANT, KEYS).at("/data/0/state").getStringValue()).isEqualTo("expired");
    assertThat(send(CallerKind.TENANT, "POST", KEYS, "{\"name\": \"CRM\"}").at("/data/state").getStringValue())
        .isEqualTo("in_force");
    assertThat(send(CallerKind.TENANT, "POST", ROTATE, ROTATION).at("/data/handle").getStringValue())
        .isEqualTo(KeyFormat.handle(Known.KEY.id()));
  }

  @Test
  void aKeyThatNamesNoEnvironmentGetsThatOfTheActingKey() {
    PlainKey dev = new PlainKey(Environment.DEV, Known.KEY.id(), Known.PLAIN.secret());
    ApiKey made = ApiKey.made(
        dev, Known.KEY.seal(), Known.TENANT.id(), Known.granted(EnumSet.allOf(Permission.class),
            CampaignAccess.EVERYWHERE).settings(),
        new Actor.Operator(), Known.NOW);
    ports.access.know(made, Known.TENANT);

    client.send(
        client.to("/api/v2" + KEYS).header("Authorization", "Bearer " + dev.reveal()), "POST", "{\"name\": \"CRM\"}");
    verify(ports.keys).issue(own(), eq(Environment.DEV), any());
    send(CallerKind.OPERATOR, "POST", KEYS, "{\"name\": \"CRM\"}");
    client.send(
        client.to("/api/v2" + KEYS).header("Authorization", "Bearer " + dev.reveal()), "POST",
        "{\"name\": \"CRM\", \"environment\": \"live\"}");
    verify(ports.keys, times(2)).issue(own(), eq(Environment.LIVE), any());
  }

  @Test
  void keysAreListedByEveryFilter() {
    get(CallerKind.TENANT, KEYS + "?state=not_yet_valid&created_by=QXBpS2V5OjQ1Ng==&expires_before=2031-01-31T12:00:00Z"
        + "&unused_since=2029-01-31T12:00:00Z&status=ACTIVE&environment=dev&q=x");
    verify(ports.keys).list(
        own(),
        eq(KeyFilter.ALL.with(KeyState.NOT_YET_VALID).with(new Actor.Holder(Known.KEY.id()))
            .expiringBefore(Instant.parse("2031-01-31T12:00:00Z"))
            .unusedSince(Instant.parse("2029-01-31T12:00:00Z"))
            .with(KeyStatus.ACTIVE).with(Environment.DEV).with("x")),
        any());
    get(CallerKind.TENANT, KEYS + "?created_by=operator");
    verify(ports.keys).list(own(), eq(KeyFilter.ALL.with(new Actor.Operator())), any());
    get(CallerKind.TENANT, KEYS + "?created_by=Member:7");
    verify(ports.keys).list(own(), eq(KeyFilter.ALL.with(new Actor.Staff(new MemberId(7)))), any());
    get(CallerKind.TENANT, KEYS + "?state=IN_FORCE&created_by=Tenant:1&expires_before=soon&unused_since=never")
        .isProblem(400, "validation_failed")
        .hasFault("/state", "not_one_of")
        .hasFault("/created_by", "invalid_id")
        .hasFault("/expires_before", "invalid_time")
        .hasFault("/unused_since", "invalid_time");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatCannotBeRotatedIsToldWhy(RotationObstacle obstacle) {
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Impossible(obstacle));
    Answer answer = send(CallerKind.TENANT, "POST", ROTATE, ROTATION).isProblem(409, "key_state_conflict");
    String word = switch (obstacle) {
      case DISABLED -> "disabled";
      case EXPIRED -> "expired";
      case ALREADY_ROTATED -> "replaced";
    };
    assertThat(answer.at("/detail").getStringValue()).contains(word);
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownKeyIsToldBeforeTheBodyIsRead(CallerKind door) {
    for (String id : List.of("ApiKey:457", "Tenant:456", "nonsense")) {
      get(door, KEYS + "/" + id).isProblem(404, "api_key_not_found");
      send(door, "PATCH", KEYS + "/" + id, "no json").isProblem(404, "api_key_not_found");
      send(door, "POST", KEYS + "/" + id + "/rotate", "no json").isProblem(404, "api_key_not_found");
      client.send(door.request(client, KEYS + "/" + id).DELETE()).isProblem(404, "api_key_not_found");
    }
  }

  @Test
  void aKeyThatGoesMeanwhileIsUnknown() {
    when(ports.keys.change(any(), any(), any(), any())).thenReturn(new Changing.NoSuchKey());
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.NoSuchKey());
    when(ports.keys.delete(any(), any(), any())).thenReturn(new Deleting.NoSuchKey());
    client.send(CallerKind.TENANT.request(client, KEY).DELETE()).isProblem(404, "api_key_not_found");
    send(CallerKind.TENANT, "PATCH", KEY, "{}").isProblem(404, "api_key_not_found");
    send(CallerKind.TENANT, "POST", ROTATE, ROTATION).isProblem(404, "api_key_not_found");
  }
}
