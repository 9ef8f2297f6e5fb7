package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing, malformed and misplaced credentials. */
@MicronautTest
class PresentedCredentialsTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String CHALLENGE = "Bearer realm=\"latchkey\"";

  private final Client client;
  private final FakePorts ports;

  PresentedCredentialsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  private Answer whoAmI(String authorization) {
    return client.send(client.to(WHOAMI).header("Authorization", authorization));
  }

  @Test
  void withoutCredentialsTheChallengeNamesNoError() {
    Answer answer = client.send(client.to(WHOAMI)).isProblem(401, "credentials_missing");
    assertThat(answer.header("WWW-Authenticate")).hasValue(CHALLENGE);
  }

  @Test
  void malformedCredentialsAreToldWhatIsWrong() {
    Answer answer = whoAmI(Known.PLAIN.reveal()).isProblem(401, "credentials_malformed");
    assertThat(answer.header("WWW-Authenticate")).hasValue(CHALLENGE + ", error=\"invalid_request\"");
    assertThat(answer.at("/detail").getStringValue()).contains("does not start with \"Bearer \"");
  }

  @Test
  void aKeyInAHeaderThatIsNotReadIsToldSo() {
    Answer answer = client.send(client.to(WHOAMI).header("X-API-Key", Known.PLAIN.reveal()))
        .isProblem(401, "credentials_missing");
    assertThat(answer.at("/detail").getStringValue()).endsWith("The header X-API-Key is not read.");
    assertThat(client.send(client.to(WHOAMI)).at("/detail").getStringValue()).doesNotContain("X-API-Key");
    assertThat(client.send(client.to(TENANTS).header("X-API-Key", "x")).at("/detail").getStringValue())
        .contains("X-API-Key is not read");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      Bearer Bearer KEY | the word Bearer occurs twice
      Bearer "KEY"      | enclosed in quotation marks
      Bearer <KEY>      | enclosed in brackets
      Bearer KEY%0A     | percent-encoded
      Bearer lk_live_3fK9...a1B2 | masked key
      """)
  void theFaultThatIsThereIsNamed(String authorization, String named) {
    Answer answer = whoAmI(authorization.replace("KEY", Known.PLAIN.reveal()))
        .isProblem(401, "credentials_malformed");
    assertThat(answer.at("/detail").getStringValue()).containsIgnoringCase(named);
    assertThat(answer.text()).doesNotContain(Known.PLAIN.reveal());
  }

  @Test
  void twoHeadersAreRefusedEvenIfBothAreRight() {
    client.send(client.withKey(WHOAMI).header("Authorization", "Bearer " + Known.PLAIN.reveal()))
        .isProblem(401, "credentials_malformed");
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 10_000, 50_000})
  void aHeaderThatIsFarTooLongIsRefusedLikeOneThatIsSlightlyTooLong(int length) {
    whoAmI("Bearer " + "x".repeat(length)).isProblem(401, "credentials_malformed");
  }

  @Test
  void aKeyCutShortIsToldSo() {
    String key = Known.PLAIN.reveal();
    Answer answer = whoAmI("Bearer " + key.substring(0, key.length() - 1)).isProblem(401, "key_malformed");
    assertThat(answer.header("WWW-Authenticate")).hasValue(CHALLENGE + ", error=\"invalid_token\"");
    assertThat(answer.at("/detail").getStringValue()).contains("cut short");
  }

  @Test
  void theOperatorTokenWorksNowhereElse() {
    client.send(client.asOperator(WHOAMI)).isProblem(401, "key_malformed");
  }

  @Test
  void anApiKeyNeverOpensTheOperatorsApi() {
    Answer answer = client.send(client.withKey(TENANTS)).isProblem(401, "operator_token_invalid");
    assertThat(answer.header("WWW-Authenticate")).hasValue(CHALLENGE + ", error=\"invalid_token\"");
    verify(ports.tenants, never()).list(any(), any(), any());
  }

  @Test
  void faultOfAnOperatorTokenSpeaksOfTheToken() {
    assertThat(detail(client.send(client.to(TENANTS)).isProblem(401, "credentials_missing")))
        .isEqualTo(
            "The request has no Authorization header. Send exactly one header: Authorization: Bearer TOKEN, with the"
                + " whole operator token and no other space.");
    String quoted = "Bearer \"" + Known.OPERATOR_TOKEN + "\"";
    assertThat(detail(client.send(client.to(TENANTS).header("Authorization", quoted))
        .isProblem(401, "credentials_malformed")))
        .startsWith("The operator token is enclosed in quotation marks.");
    assertThat(detail(client.send(client.to(WHOAMI)).isProblem(401, "credentials_missing"))).contains("Bearer KEY");
  }

  private static String detail(Answer answer) {
    return answer.at("/detail").getStringValue();
  }
}
