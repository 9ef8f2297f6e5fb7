package dev.latchkey.adapters.rest.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class TenantKeysTest {

  private static final String PATH = "/api/platform/v1/tenants/" + Known.TENANT_ID + "/api-keys";
  private static final String KEY = PATH + "/" + Known.KEY_ID;

  private static final String EVERYTHING = """
      "permissions": ["leads:read", "api_keys:write", "leads:read"],
      "campaign_access": {"rules": [
        {"effect": "allow", "actions": ["read", "write"], "campaigns": {"all": true}},
        {"effect": "allow", "actions": ["read"], "campaigns": {"type": "INBOUND"}},
        {"effect": "deny", "actions": ["write"], "campaigns": {"ids": ["Vm9pY2VDYW1wYWlnbjoxMjM="]}}]},
      "allowed_addresses": ["192.0.2.0/24", "2001:db8::1"],
      "rate_limit": {"requests": 100, "window_seconds": 60},
      "not_before": "2030-01-01T00:00:00Z", "expires_at": "2031-01-01T01:00:00.1234567+01:00"
      """;

  private static final KeySettings ALL_SET = new KeySettings(
      new Name("CRM"),
      KeyStatus.ACTIVE,
      new Grant(
          Set.of(Permission.LEADS_READ, Permission.API_KEYS_WRITE),
          new CampaignAccess(List.of(
              new CampaignRule(Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.All()),
              new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND)),
              new CampaignRule(
                  Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.Named(Set.of(new CampaignId(123))))))),
      List.of(AddressRange.of("192.0.2.0/24").orElseThrow(), AddressRange.of("2001:db8::1").orElseThrow()),
      Optional.of(new RateLimit(100, Duration.ofSeconds(60))),
      new Period(
          Optional.of(Instant.parse("2030-01-01T00:00:00Z")),
          Optional.of(Instant.parse("2031-01-01T00:00:00.123456Z"))));

  private final Client client;
  private final FakePorts ports;

  TenantKeysTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.keys.issue(any(), any(), any())).thenReturn(new Issuing.Issued(Known.KEY, Known.PLAIN));
    when(ports.keys.change(any(), eq(Known.KEY.id()), any(), any())).thenReturn(new Changing.Changed(Known.KEY));
    when(ports.keys.delete(any(), eq(Known.KEY.id()), any())).thenReturn(new Deleting.Deleted(Known.KEY));
  }

  private Answer post(String json) {
    return client.send(client.asOperator(PATH), "POST", json);
  }

  private Answer patch(String json) {
    return client.send(client.asOperator(KEY), "PATCH", json);
  }

  @Test
  void aKeyIsIssuedAndShownThisOnce() {
    Answer answer = post("{\"name\": \"CRM\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","data":{"id":"QXBpS2V5OjQ1Ng==","handle":"0000000007M","name":"CRM","environment":"live",\
                "masked_key":"%s",\
                "status":"ACTIVE","state":"in_force","permissions":["leads:read","leads:write","campaigns:read","campaigns:write"],\
                "campaign_access":{"rules":[{"effect":"allow","actions":["read","write"],"campaigns":{"all":true}}]},\
                "allowed_addresses":[],"rate_limit":null,"not_before":null,"expires_at":null,\
                "created_at":"2030-01-31T12:00:00Z","created_by":"operator","last_used_at":null,"replaces":null,\
                "replaced_by":null,"version":1,"key":"%s"}}"""
                .formatted(Known.KEY.masked().value(), Known.PLAIN.reveal()));
    verify(ports.keys).issue(
        argThat(scope -> scope.tenant().equals(Known.TENANT.id())),
        eq(Environment.LIVE),
        eq(KeySettings.named(new Name("CRM"))));
  }

  @Test
  void aKeyIsIssuedWithEverythingThatCanBeSet() {
    Answer answer = post("{\"name\": \"CRM\", \"environment\": \"staging\", " + EVERYTHING + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    verify(ports.keys).issue(any(), eq(Environment.STAGING), eq(ALL_SET));
  }

  @Test
  void aRecordShowsEverythingThatIsSetAndNeverTheKey() {
    when(ports.keys.find(any(), eq(Known.KEY.id()))).thenReturn(Optional.of(Known.KEY.with(ALL_SET)));
    Answer answer = client.send(client.asOperator(KEY));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("\"permissions\":[\"leads:read\",\"api_keys:write\"]")
        .contains("{\"effect\":\"allow\",\"actions\":[\"read\"],\"campaigns\":{\"type\":\"INBOUND\"}}")
        .contains(
            "{\"effect\":\"deny\",\"actions\":[\"write\"],\"campaigns\":{\"ids\":[\"Vm9pY2VDYW1wYWlnbjoxMjM=\"]}}")
        .contains("\"allowed_addresses\":[\"192.0.2.0/24\",\"2001:db8::1/128\"]")
        .contains("\"rate_limit\":{\"requests\":100,\"window_seconds\":60}")
        .contains("\"not_before\":\"2030-01-01T00:00:00Z\",\"expires_at\":\"2031-01-01T00:00:00.123456Z\"")
        .contains("\"version\":2")
        .doesNotContain(Known.PLAIN.reveal(), "\"key\"");
  }

  @Test
  void noPermissionsAndNoRulesAreTakenAtTheirWord() {
    assertThat(post("{\"name\": \"CRM\", \"permissions\": [], \"campaign_access\": {\"rules\": []}}").status())
        .isEqualTo(201);
    verify(ports.keys).issue(
        any(), any(), argThat(settings -> settings.grant().equals(new Grant(Set.of(), CampaignAccess.NONE))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "permisions": []                                               | /permisions
      "rate_limit": {"requests": 1, "window_seconds": 1, "burst": 1} | /rate_limit/burst
      "campaign_access": {"rules": [], "default": "allow"}           | /campaign_access/default
      """)
  void aMisspeltMemberGrantsNothing(String member, String pointer) {
    post("{\"name\": \"CRM\", " + member + "}").isProblem(400, "unknown_field").hasFault(pointer, "unknown_field");
    verify(ports.keys, never()).issue(any(), any(), any());
  }

  @Test
  void aKeyIsMadeActiveAndNotOtherwise() {
    post("{\"name\": \"CRM\", \"status\": \"DISABLED\"}").isProblem(400, "validation_failed")
        .hasFault("/status", "unchangeable");
    verify(ports.keys, never()).issue(any(), any(), any());
    assertThat(post("{\"name\": \"CRM\", \"status\": \"ACTIVE\", \"version\": 7}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "permissions": ["leads:wirte"]                         | /permissions/0             | not_one_of
      "permissions": "leads:write"                           | /permissions               | wrong_type
      "environment": "production"                            | /environment               | not_one_of
      "campaign_access": []                                  | /campaign_access           | wrong_type
      "campaign_access": {}                                  | /campaign_access/rules     | required
      "allowed_addresses": ["192.0.2.0/33"]                  | /allowed_addresses/0       | invalid_address
      "allowed_addresses": ["example.org"]                   | /allowed_addresses/0       | invalid_address
      "rate_limit": {"requests": 0, "window_seconds": 86401} | /rate_limit/requests       | out_of_range
      "rate_limit": {"requests": 0, "window_seconds": 86401} | /rate_limit/window_seconds | out_of_range
      "expires_at": "tomorrow"                               | /expires_at                | invalid_time
      "expires_at": "2030-01-01"                             | /expires_at                | invalid_time
      "expires_at": 1900000000                               | /expires_at                | wrong_type
      "expires_at": "+999999999-01-01T00:00:00Z"             | /expires_at                | invalid_time
      """)
  void whatDoesNotFitIsNamed(String member, String pointer, String fault) {
    post("{\"name\": \"CRM\", " + member + "}").isProblem(400, "validation_failed").hasFault(pointer, fault);
    verify(ports.keys, never()).issue(any(), any(), any());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "actions": ["read"], "campaigns": {"all": true}                                  | /effect          | required
      "effect": "allow", "actions": [], "campaigns": {"all": true}                     | /actions         | out_of_range
      "effect": "allow", "actions": ["rite"], "campaigns": {"all": true}               | /actions/0       | not_one_of
      "effect": "allow", "actions": ["read"], "campaigns": {}                          | /campaigns       | not_one_of
      "effect": "allow", "actions": ["read"], "campaigns": {"all": true, "type": "INBOUND"} | /campaigns    | not_one_of
      "effect": "allow", "actions": ["read"], "campaigns": {"all": false}              | /campaigns/all   | not_true
      "effect": "deny", "actions": ["read"], "campaigns": {"ids": ["Tenant:1"]}        | /campaigns/ids/0 | invalid_id
      "effect": "deny", "actions": ["read"], "campaigns": {"ids": []}                  | /campaigns/ids   | out_of_range
      """)
  void aRuleThatDoesNotFitIsNamed(String rule, String pointer, String fault) {
    post("{\"name\": \"CRM\", \"campaign_access\": {\"rules\": [{" + rule + "}]}}")
        .isProblem(400, "validation_failed")
        .hasFault("/campaign_access/rules/0" + pointer, fault);
    verify(ports.keys, never()).issue(any(), any(), any());
  }

  @Test
  void aKeyThatEndsBeforeItStartsIsNotMade() {
    post("{\"name\": \"CRM\", \"not_before\": \"2030-01-02T00:00:00Z\", \"expires_at\": \"2030-01-02T00:00:00Z\"}")
        .isProblem(400, "validation_failed")
        .hasFault("/expires_at", "not_after_start");
  }

  @Test
  void moreFaultsThanAnybodyReadsAreCutOffAndNothingGoesOn() {
    String rules = String.join(",", Collections.nCopies(100, "{\"effect\": 1}"));
    Answer answer = post("{\"name\": 1, \"campaign_access\": {\"rules\": [" + rules + "]}, \"rate_limit\": {}}");
    answer.isProblem(400, "validation_failed");
    assertThat(answer.at("/errors").size()).isEqualTo(100);
    verify(ports.keys, never()).issue(any(), any(), any());
  }

  @Test
  void keysAreListedAsAsked() {
    when(ports.keys.list(any(), any(), any())).thenReturn(new Page<>(List.of(Known.KEY), OptionalLong.of(456)));
    Answer answer = client.send(client.asOperator(PATH + "?status=DISABLED&environment=dev&q=cr%20m&limit=5"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/0/id").getStringValue()).isEqualTo(Known.KEY_ID);
    assertThat(answer.at("/next_cursor").getStringValue()).isNotBlank();
    verify(ports.keys).list(
        any(),
        eq(KeyFilter.ALL.with(KeyStatus.DISABLED).with(Environment.DEV).with("cr m")),
        eq(PageRequest.first(5)));
    client.send(client.asOperator(PATH + "?status=off&environment=test")).isProblem(400, "validation_failed")
        .hasFault("/status", "not_one_of")
        .hasFault("/environment", "not_one_of");
  }

  @Test
  void aChangeSaysOnlyWhatItNames() {
    assertThat(patch("{}").status()).isEqualTo(200);
    verify(ports.keys).change(
        any(),
        eq(Known.KEY.id()),
        eq(new KeyChange(
            FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
            FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep())),
        eq(OptionalLong.empty()));
  }

  @Test
  void aChangeSetsEverything() {
    assertThat(patch("{\"name\": \"CRM\", \"status\": \"ACTIVE\", " + EVERYTHING + "}").status()).isEqualTo(200);
    verify(ports.keys).change(
        any(), any(), argThat(change -> change.of(KeySettings.named(new Name("Old"))).equals(ALL_SET)), any());
  }

  @Test
  void storedNameIsSentBackAsItIsWhateverRuleItWasStoredUnder() {
    Name stored = new Name("My  key\u202e");
    when(ports.keys.find(any(), any()))
        .thenReturn(Optional.of(Known.KEY.with(KeySettings.named(stored))));
    assertThat(patch("{\"name\": \"My  key\\u202e\"}").status()).isEqualTo(200);
    verify(ports.keys).change(any(), any(), argThat(change -> change.name().of(stored).equals(stored)), any());
    patch("{\"name\": \"My key\\u202e\"}").isProblem(400, "validation_failed").hasFault("/name", "invalid_name");
  }

  @Test
  void nullClearsWhatCanBeCleared() {
    assertThat(patch("{\"allowed_addresses\": null, \"rate_limit\": null, \"not_before\": null, \"expires_at\": null}")
        .status()).isEqualTo(200);
    verify(ports.keys).change(any(), any(), argThat(change -> {
      KeySettings cleared = change.of(ALL_SET);
      return cleared.allowedAddresses().isEmpty() && cleared.rateLimit().isEmpty()
          && cleared.period().equals(Period.ALWAYS);
    }), any());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"environment": "dev"}       | validation_failed | /environment     | unchangeable
      {"environment": null}        | validation_failed | /environment     | unchangeable
      {"permissions": null}        | validation_failed | /permissions     | not_null
      {"campaign_access": null}    | validation_failed | /campaign_access | not_null
      {"status": "Disabled"}       | validation_failed | /status          | not_one_of
      {"enabled": false}           | unknown_field     | /enabled         | unknown_field
      []                           | validation_failed | ''               | wrong_type
      """)
  void aChangeThatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    patch(json).isProblem(400, code).hasFault(pointer, fault);
    verify(ports.keys, never()).change(any(), any(), any(), any());
  }

  @Test
  void aChangeIsJudgedTogetherWithWhatStays() {
    when(ports.keys.find(any(), eq(Known.KEY.id()))).thenReturn(Optional.of(Known.KEY.with(ALL_SET)));
    patch("{\"expires_at\": \"2029-12-31T00:00:00Z\"}").isProblem(400, "validation_failed")
        .hasFault("/expires_at", "not_after_start");
    patch("{\"not_before\": \"2099-12-31T00:00:00Z\"}").isProblem(400, "validation_failed")
        .hasFault("/not_before", "not_before_end");
    patch("{\"not_before\": null, \"expires_at\": \"2029-12-31T00:00:00Z\"}");
    verify(ports.keys).change(any(), any(), any(), any());
  }

  @Test
  void aKeyIsDeletedForGood() {
    Answer answer = client.send(client.asOperator(KEY).DELETE());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ApiKey:457", "Tenant:456", "nonsense"})
  void anUnknownKeyIsToldBeforeTheBodyIsRead(String id) {
    String path = PATH + "/" + id;
    client.send(client.asOperator(path)).isProblem(404, "api_key_not_found");
    client.send(client.asOperator(path), "PATCH", "no json").isProblem(404, "api_key_not_found");
    client.send(client.asOperator(path).DELETE()).isProblem(404, "api_key_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tenant:124", "ApiKey:123", "nonsense"})
  void anUnknownTenantIsToldBeforeAnythingElse(String id) {
    String path = "/api/platform/v1/tenants/" + id + "/api-keys";
    client.send(client.asOperator(path), "POST", "no json").isProblem(404, "tenant_not_found");
    client.send(client.asOperator(path + "?limit=no")).isProblem(404, "tenant_not_found");
    client.send(client.asOperator(path + "/" + Known.KEY_ID).method("DELETE", BodyPublishers.noBody()))
        .isProblem(404, "tenant_not_found");
  }
}
