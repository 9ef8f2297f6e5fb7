package dev.latchkey.adapters.rest.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.RequestLine;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ExplanationTest {

  private static final String PATH = "/api/v2/access/explain";

  private static final CampaignRule ALLOW = new CampaignRule(
      Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.All());

  private static final CampaignRule DENY = new CampaignRule(
      Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.Named(Set.of(Known.CAMPAIGN.id())));

  private final Client client;
  private final FakePorts ports;

  ExplanationTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    ports.access.know(
        Known.granted(
            Set.of(Permission.API_KEYS_READ, Permission.LEADS_READ, Permission.LEADS_WRITE),
            new CampaignAccess(List.of(ALLOW, DENY))),
        Known.TENANT);
  }

  private Answer explain(String more) {
    return send("{\"key_id\": \"" + Known.KEY_ID + "\", " + more + "}");
  }

  private Answer send(String json) {
    return client.send(client.withKey(PATH), "POST", json);
  }

  private static List<String> steps(Answer answer) {
    return StreamSupport.stream(answer.at("/data/steps").values().spliterator(), false)
        .map(step -> step.get("step").getStringValue())
        .toList();
  }

  private static JsonNode last(Answer answer) {
    return answer.at("/data/steps/" + (answer.at("/data/steps").size() - 1));
  }

  @Test
  void emptyRequestIdIsNamed() {
    Answer answer = send("{\"request_id\": \"\"}").isProblem(400, "validation_failed")
        .hasFault("/request_id", "too_short");
    assertThat(answer.at("/errors/0/message").getStringValue()).isEqualTo("Must have at least 1 character.");
  }

  @Test
  void withoutARuleThatAllowsItNothingDependsOnTheCampaign() {
    ports.access.know(
        Known.granted(EnumSet.allOf(Permission.class), new CampaignAccess(List.of(DENY))), Known.TENANT);
    for (String permission : List.of("leads:read", "leads:write", "campaigns:read")) {
      Answer refused = explain("\"permission\": \"" + permission + "\"");
      assertThat(refused.at("/data/decision").getStringValue()).isEqualTo("refused");
      assertThat(refused.at("/data/code").getStringValue()).isEqualTo("campaign_access_denied");
      assertThat(last(refused).get("because").getStringValue())
          .isEqualTo("No campaign access rule allows this action on any campaign.");
    }
    Answer creating = explain("\"permission\": \"campaigns:write\"");
    assertThat(creating.at("/data/decision").getStringValue()).isEqualTo("granted");
    assertThat(creating.at("/data/steps/7/because").getStringValue()).contains("Creating a campaign needs no rule.");
    assertThat(steps(creating)).hasSize(9);
  }

  @Test
  void whetherCampaignsCanBeCreatedDependsOnNoCampaign() {
    ports.access.know(
        Known.granted(EnumSet.allOf(Permission.class), new CampaignAccess(List.of(ALLOW, DENY))), Known.TENANT);
    Answer answer = explain("\"permission\": \"campaigns:write\"");
    assertThat(answer.at("/data/decision").getStringValue()).isEqualTo("depends_on_campaign");
    assertThat(last(answer).get("because").getStringValue()).endsWith("Creating a campaign needs no rule.");
  }

  @Test
  void aGrantIsExplainedStepByStep() {
    Answer answer = explain("\"permission\": \"leads:read\", \"campaign_id\": \"" + Known.CAMPAIGN_ID + "\"");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/decision").getStringValue()).isEqualTo("granted");
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("granted");
    assertThat(answer.at("/data").get("fix")).isNull();
    assertThat(steps(answer)).containsExactly(
        "key_enabled", "key_in_force", "tenant_active", "address_allowed", "rate_within_limit", "permission_held",
        "tenant_named", "campaign_in_reach", "campaign_exists");
    assertThat(answer.at("/data/steps/0").entries()).extracting(Map.Entry::getKey)
        .containsExactly("step", "outcome", "because");
    assertThat(answer.at("/data/steps/0/outcome").getStringValue()).isEqualTo("passed");
    assertThat(answer.at("/data/steps/7/rule/effect").getStringValue()).isEqualTo("allow");
    assertThat(answer.at("/data/steps/7/rule/campaigns/all").getBooleanValue()).isTrue();
  }

  @Test
  void aRefusalEndsTheStepsAndNamesTheRuleAndTheWayOut() {
    Answer answer = explain("\"permission\": \"leads:write\", \"campaign_id\": \"" + Known.CAMPAIGN_ID + "\"");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/decision").getStringValue()).isEqualTo("refused");
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("campaign_access_denied");
    assertThat(answer.at("/data/fix").getStringValue()).isNotBlank();
    assertThat(last(answer).get("step").getStringValue()).isEqualTo("campaign_in_reach");
    assertThat(last(answer).get("outcome").getStringValue()).isEqualTo("refused");
    assertThat(last(answer).get("rule").get("effect").getStringValue()).isEqualTo("deny");
    assertThat(last(answer).get("rule").get("campaigns").get("ids").get(0).getStringValue())
        .isEqualTo(Known.CAMPAIGN_ID);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "permission": "audit:read"                                           | permission_missing     | permission_held
      "permission": "leads:read", "campaign_id": "VoiceCampaign:790"       | campaign_not_found     | campaign_exists
      "permission": "leads:read", "campaign_id": "nonsense"                | campaign_not_found     | campaign_exists
      """)
  void theStepThatRefusesIsTheLast(String question, String code, String step) {
    Answer answer = explain(question);
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo(code);
    assertThat(last(answer).get("step").getStringValue()).isEqualTo(step);
  }

  @Test
  void withoutACampaignTheAnswerDependsOnItAndTheRulesAboutTheActionAreGiven() {
    Answer answer = explain("\"permission\": \"leads:write\"");
    assertThat(answer.at("/data/decision").getStringValue()).isEqualTo("depends_on_campaign");
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("depends_on_campaign");
    assertThat(answer.at("/data/rules").size()).isEqualTo(2);
    assertThat(answer.at("/data/rules/1/effect").getStringValue()).isEqualTo("deny");
    assertThat(last(answer).get("step").getStringValue()).isEqualTo("campaign_in_reach");
    assertThat(last(answer).get("outcome").getStringValue()).isEqualTo("depends_on_campaign");

    Answer reading = explain("\"permission\": \"leads:read\"");
    assertThat(reading.at("/data/rules").size()).isEqualTo(1);
    Answer managing = explain("\"permission\": \"api_keys:read\"");
    assertThat(managing.at("/data/decision").getStringValue()).isEqualTo("granted");
    assertThat(managing.at("/data").get("rules")).isNull();
  }

  @Test
  void aRefusedRequestIsExplainedLikeTheKeyThatSentIt() {
    when(ports.refusals.recall(any(), eq("request-1"))).thenReturn(Optional.of(noted("campaign_access_denied")));

    Answer byRequest = send("{\"request_id\": \"request-1\"}");
    Answer byKey = explain(
        "\"permission\": \"leads:write\", \"campaign_id\": \"" + Known.CAMPAIGN_ID + "\", \"address\": \"192.0.2.7\"");

    for (String member : List.of("decision", "code", "steps", "fix")) {
      assertThat(byRequest.at("/data/" + member)).isEqualTo(byKey.at("/data/" + member));
    }
    assertThat(last(byRequest).get("rule").get("effect").getStringValue()).isEqualTo("deny");
    assertThat(byRequest.at("/data/refused_request/code").getStringValue()).isEqualTo("campaign_access_denied");
    assertThat(byRequest.at("/data/refused_request/key_id").getStringValue()).isEqualTo(Known.KEY_ID);
    assertThat(byRequest.at("/data/refused_request/path").getStringValue()).isEqualTo("/leads");
    assertThat(byRequest.at("/data/refused_request/address").getStringValue()).isEqualTo("2001:db8::7");
  }

  @Test
  void aRequestThatWasOverTheLimitIsExplainedAsThat() {
    ports.access.know(limited(), Known.TENANT);
    when(ports.refusals.recall(any(), eq("request-1"))).thenReturn(Optional.of(noted("rate_limited")));

    Answer answer = send("{\"request_id\": \"request-1\"}");

    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("rate_limited");
    assertThat(last(answer).get("step").getStringValue()).isEqualTo("rate_within_limit");
  }

  @Test
  void aRequestOfADeletedKeyIsExplainedByWhatWasNoted() {
    NotedRefusal noted = noted("key_disabled");
    RefusedRequest ofAnother = new RefusedRequest(
        "request-1", new KeyId(457), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(),
        Known.NOW);
    when(ports.refusals.recall(any(), eq("request-1")))
        .thenReturn(Optional.of(new NotedRefusal(ofAnother, noted.key())));

    Answer answer = send("{\"request_id\": \"request-1\"}");

    assertThat(answer.at("/data/decision").getStringValue()).isEqualTo("refused");
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("key_disabled");
    assertThat(answer.at("/data/steps").size()).isZero();
  }

  @Test
  void aRequestThatIsNotNotedIsUnknown() {
    send("{\"request_id\": \"nobody's\"}").isProblem(404, "refused_request_not_found");
  }

  private static NotedRefusal noted(String code) {
    return new NotedRefusal(
        new RefusedRequest(
            "request-1", Known.KEY.id(), code, Optional.of(new RequestLine("POST", "/leads")),
            Optional.of(Permission.LEADS_WRITE),
            Optional.of(Known.CAMPAIGN.id()), AddressRange.address("2001:db8::7"), Known.NOW),
        Known.KEY.masked());
  }

  private static ApiKey limited() {
    KeyChange change = new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(Set.of(Permission.API_KEYS_READ, Permission.LEADS_WRITE)), FieldUpdate.keep(),
        FieldUpdate.keep(), FieldUpdate.to(Optional.of(new RateLimit(10, Duration.ofMinutes(1)))), FieldUpdate.keep(),
        FieldUpdate.keep());
    return Known.KEY.with(change.of(Known.KEY.settings()));
  }

  @Test
  void theKeyMayBeNamedAsItStandsInTheKey() {
    String handle = KeyFormat.handle(Known.KEY.id());
    Answer answer = send("{\"key_id\": \"" + handle + "\", \"permission\": \"api_keys:read\"}");
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("granted");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "ApiKey:457", "Tenant:456", "nonsense", "", "00000000000", "0000000000-", "zzzzzzzzzzz", "000000000007M",
      "0000000007N"
  })
  void aKeyThatIsNobodysIsUnknown(String id) {
    send("{\"key_id\": \"" + id + "\", \"permission\": \"leads:read\"}").isProblem(404, "api_key_not_found");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                                                    | validation_failed | /key_id      | required
      {"request_id": "x", "key_id": "ApiKey:456"}                           | validation_failed | /request_id  | exclusive
      {"request_id": "x", "address": "192.0.2.7"}                           | validation_failed | /request_id  | exclusive
      {"request_id": 1}                                                     | validation_failed | /request_id  | wrong_type
      {"key_id": "ApiKey:456", "permission": "leads:read", "address": "010.0.0.1"} | validation_failed | /address | invalid_address
      {"permission": "leads:read"}                                          | validation_failed | /key_id      | required
      {"key_id": 1, "permission": "leads:read"}                             | validation_failed | /key_id      | wrong_type
      {"key_id": "ApiKey:456"}                                              | validation_failed | /permission  | required
      {"key_id": "ApiKey:456", "permission": "leads"}                       | validation_failed | /permission  | not_one_of
      {"key_id": "ApiKey:456", "permission": "leads:read", "address": "x"}  | validation_failed | /address     | invalid_address
      {"key_id": "ApiKey:456", "permission": "leads:read", "at": "now"}     | validation_failed | /at          | invalid_time
      {"key_id": "ApiKey:456", "permission": "leads:read", "campaign_id": 1} | validation_failed | /campaign_id | wrong_type
      {"key_id": "ApiKey:456", "permission": "leads:read", "campaign": "x"} | unknown_field     | /campaign    | unknown_field
      """)
  void aQuestionThatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    send(json).isProblem(400, code).hasFault(pointer, fault);
  }
}
