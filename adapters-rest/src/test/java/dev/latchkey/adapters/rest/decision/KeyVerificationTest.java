package dev.latchkey.adapters.rest.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForRecallingRefusals.Circumstances;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.PlainKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

@MicronautTest
class KeyVerificationTest {

  private static final String PATH = "/api/platform/v1/keys/verify";
  private static final String KEY = Known.PLAIN.reveal();

  private final Client client;
  private final FakePorts ports;
  private final MeterRegistry meters;

  KeyVerificationTest(Client client, FakePorts ports, MeterRegistry meters) {
    this.client = client;
    this.ports = ports;
    this.meters = meters;
  }

  private Answer verify(String key, String more) {
    return send("{\"key\": \"" + key + "\"" + more + "}");
  }

  private Answer send(String json) {
    return client.send(client.asOperator(PATH), "POST", json);
  }

  @Test
  void aValidKeyIsToldWithItsRecordAndItsTenant() {
    Answer answer = verify(KEY, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/valid").getBooleanValue()).isTrue();
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("granted");
    assertThat(answer.at("/data/key/id").getStringValue()).isEqualTo(Known.KEY_ID);
    assertThat(answer.at("/data/tenant/id").getStringValue()).isEqualTo(Known.TENANT_ID);
    assertThat(answer.at("/data/detail").getStringValue()).isNotBlank();
    assertThat(answer.at("/data/cache_seconds").getNumberValue()).isEqualTo(1);
    assertThat(answer.text()).doesNotContain(KEY);
    assertThat(decisions("granted", "granted")).isPositive();
  }

  @Test
  void aRefusalOfAProvenKeyIsNotedForItsTenantsStaff() {
    ports.access.know(Known.KEY.with(KeyChange.switched(KeyStatus.DISABLED).of(Known.KEY.settings())), Known.TENANT);
    double before = decisions("refused", "key_disabled");

    Answer answer = verify(
        KEY,
        ", \"permission\": \"leads:read\", \"campaign_id\": \"VoiceCampaign:790\", \"address\": \"192.0.2.1\"");

    Mockito.verify(ports.refusals).noteAtOnce(
        Known.KEY.id(),
        new Refusal.KeyDisabled(),
        new Circumstances(
            answer.header("X-Request-Id").orElseThrow(), Optional.empty(), Optional.of(Permission.LEADS_READ),
            Optional.of(new CampaignId(790)), AddressRange.address("192.0.2.1")));
    assertThat(decisions("refused", "key_disabled") - before).isEqualTo(1);
  }

  @Test
  void tooManyFailuresAreAnAnswerAndNoError() {
    ports.access.failuresAreTooMany(Duration.ofSeconds(42));
    String forged = new PlainKey(Known.PLAIN.environment(), new KeyId(457), Known.PLAIN.secret()).reveal();

    Answer answer = verify(forged, ", \"address\": \"192.0.2.1\"");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("too_many_failures");
  }

  private double decisions(String outcome, String code) {
    return meters.get("latchkey.decisions").tags("outcome", outcome, "code", code, "via", "verify").counter().count();
  }

  static Stream<Arguments> refusedKeys() {
    return Stream.of(
        Arguments.of("nonsense", "key_malformed"),
        Arguments.of(KEY.substring(0, KEY.length() - 1), "key_malformed"),
        Arguments.of("", "credentials_malformed"),
        Arguments.of(" ", "credentials_malformed"),
        Arguments.of(KEY + " ", "credentials_malformed"),
        Arguments.of(" " + KEY, "credentials_malformed"),
        Arguments.of(KEY + "\\n", "credentials_malformed"),
        Arguments.of(KEY.replace("_", " "), "credentials_malformed"),
        Arguments.of("x".repeat(600), "credentials_malformed"),
        Arguments.of("Bearer " + KEY, "credentials_malformed"),
        Arguments.of("lk_live_3fK9…a1B2", "credentials_malformed"),
        Arguments.of("\uFEFF" + KEY, "credentials_malformed"),
        Arguments.of("'" + KEY + "'", "credentials_malformed"),
        Arguments.of(Known.OPERATOR_TOKEN, "key_malformed"));
  }

  @ParameterizedTest
  @MethodSource("refusedKeys")
  void aTextThatIsNoKeyIsAnAnswerAndNoError(String key, String code) {
    Answer answer = verify(key, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data").entries()).extracting(Map.Entry::getKey)
        .containsExactly("valid", "code", "detail", "cache_seconds");
    assertThat(answer.at("/data/valid").getBooleanValue()).isFalse();
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo(code);
    assertThat(answer.at("/data/detail").getStringValue()).isNotBlank();
    assertThat(answer.at("/data/cache_seconds").getNumberValue()).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("refusedKeys")
  void faultOfAKeyIsSaidOfTheBodyAndNotOfAHeader(String key, String code) {
    String detail = verify(key, "").at("/data/detail").getStringValue();
    assertThat(detail).doesNotContain("header", "Authorization", "Bearer KEY");
    assertThat(detail.contains("member key"))
        .isEqualTo(code.equals("credentials_malformed") && !key.contains("…"));
  }

  @Test
  void aKeyIsJudgedByTheSameRulesAsARequest() {
    ports.access.know(Known.KEY.with(KeyChange.switched(KeyStatus.DISABLED).of(Known.KEY.settings())), Known.TENANT);
    assertThat(verify(KEY, "").at("/data/code").getStringValue()).isEqualTo("key_disabled");
    assertThat(verify(KEY, "").at("/data").get("key")).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      , "permission": "leads:read"                                             | granted
      , "permission": "audit:read"                                             | permission_missing
      , "permission": "leads:read", "campaign_id": "VoiceCampaign:789"         | granted
      , "permission": "leads:read", "campaign_id": "VoiceCampaign:790"         | campaign_not_found
      , "permission": "leads:read", "campaign_id": "nonsense"                  | campaign_not_found
      , "permission": "leads:read", "address": "192.0.2.1"                     | granted
      """)
  void whatTheRequestWantsIsJudgedToo(String more, String code) {
    Answer answer = verify(KEY, more);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo(code);
    assertThat(answer.at("/data/valid").getBooleanValue()).isEqualTo(code.equals("granted"));
  }

  @Test
  void aRefusalOfAProvenKeyIsNotedForItsTenant() {
    ports.access.know(Known.KEY.with(KeyChange.switched(KeyStatus.DISABLED).of(Known.KEY.settings())), Known.TENANT);

    verify(KEY, ", \"permission\": \"leads:read\", \"address\": \"192.0.2.1\"");

    ArgumentCaptor<Circumstances> about = ArgumentCaptor.captor();
    Mockito.verify(ports.refusals).noteAtOnce(eq(Known.KEY.id()), eq(new Refusal.KeyDisabled()), about.capture());
    assertThat(about.getValue().permission()).contains(Permission.LEADS_READ);
    assertThat(about.getValue().address()).contains(InetAddress.ofLiteral("192.0.2.1"));
    assertThat(about.getValue().line()).isEmpty();
  }

  @Test
  void anIdempotencyKeyMeansNothingHere() {
    for (int i = 0; i < 2; i++) {
      assertThat(
          client.send(client.asOperator(PATH).header("Idempotency-Key", "k"), "POST", "{\"key\": \"" + KEY + "\"}")
              .header("Idempotent-Replayed"))
          .isEmpty();
    }
    assertThat(
        client.send(client.asOperator(PATH).header("Idempotency-Key", " "), "POST", "{\"key\": \"" + KEY + "\"}")
            .status())
        .isEqualTo(200);
    verifyNoInteractions(ports.once);
  }

  @Test
  void aCampaignOutOfReachIsToldAsToTheKeyItself() {
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);
    Answer answer = verify(KEY, ", \"permission\": \"leads:read\", \"campaign_id\": \"" + Known.CAMPAIGN_ID + "\"");
    assertThat(answer.at("/data/code").getStringValue()).isEqualTo("campaign_access_denied");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                             | validation_failed | /key         | required
      {"key": null}                                  | validation_failed | /key         | required
      {"key": 1}                                     | validation_failed | /key         | wrong_type
      {"key": "x", "campaign_id": "VoiceCampaign:1"} | validation_failed | /permission  | required
      {"key": "x", "permission": "all"}              | validation_failed | /permission  | not_one_of
      {"key": "x", "address": "example.org"}         | validation_failed | /address     | invalid_address
      {"key": "x", "campaign": "VoiceCampaign:1"}    | unknown_field     | /campaign    | unknown_field
      """)
  void aQuestionThatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    send(json).isProblem(400, code).hasFault(pointer, fault);
  }

  @Test
  void whereTheKeyCannotBeLookedUpNothingIsSaidOfIt() {
    ports.access.failWith(new StoreUnavailable(new IllegalStateException("SELECT")));
    Answer answer = verify(KEY, "").isProblem(503, "verification_unavailable");
    assertThat(answer.header("Retry-After")).hasValue("1");
  }
}
