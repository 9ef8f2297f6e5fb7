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
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.PlainKey;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The endpoints of keys, which tenants and the operator share. */
@MicronautTest
class KeyEndpointsTest {

  private static final String KEYS = "/api-keys";
  private static final String KEY = KEYS + "/" + Known.KEY_ID;
  private static final String ROTATE = KEY + "/rotate";
  private static final String ROTATION = "{\"overlap_seconds\": 60}";
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
