package dev.latchkey.adapters.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values the fields of a new lead accept. */
@MicronautTest
class LeadFieldsTest {

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";

  private final Client client;
  private final FakePorts ports;

  LeadFieldsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.Added(Known.LEAD));
  }

  private Answer post(String json) {
    return client.send(client.withKey(PATH), "POST", json);
  }

  @Test
  void allFaultsAreToldAtOnceEachAtItsPlace() {
    Answer answer = post("""
        {"phone_number": 14155550123, "first_name": "%s", "email": "ada", "last_name": false,
         "custom_fields": {"a/b~c": [1], "n": 1e999999999, "half": "\\ud800"}}
        """.formatted("x".repeat(101)));
    answer.isProblem(400, "validation_failed")
        .hasFault("/phone_number", "wrong_type")
        .hasFault("/first_name", "too_long")
        .hasFault("/last_name", "wrong_type")
        .hasFault("/email", "invalid_email")
        .hasFault("/custom_fields/a~1b~0c", "wrong_type")
        .hasFault("/custom_fields/n", "out_of_range")
        .hasFault("/custom_fields/half", "not_text");
    verifyNoInteractions(ports.leads);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                  | /phone_number  | required
      {"phone_number": null}              | /phone_number  | required
      {"phone_number": "4155550123"}      | /phone_number  | invalid_phone_number
      {"phone_number": "+0155550123"}     | /phone_number  | invalid_phone_number
      []                                  | ''             | wrong_type
      "text"                              | ''             | wrong_type
      """)
  void whatDoesNotFitIsNamed(String json, String pointer, String code) {
    post(json).isProblem(400, "validation_failed").hasFault(pointer, code);
    verifyNoInteractions(ports.leads);
  }

  @Test
  void aNameThatIsHalfACharacterIsAFaultAtAPlaceThatCanBeTold() {
    post("{\"phone_number\": \"+14155550123\", \"custom_fields\": {\"\\ud800\": 1}}")
        .isProblem(400, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource({"x, 1", "\u00e9, 2", "\u20ac, 3", "\ud83d\ude00, 4", "\\u00e9, 2", "\\ud83d\\ude00, 4", "\\u0041, 1",
      "\\\", 2"})
  void customFieldsTakeSixteenKibibytesAtMostHoweverTheyAreEscaped(String character, int bytes) {
    String fitting = "{\"phone_number\": \"+14155550123\", \"custom_fields\": {\"a\":   \"%s\"}}";
    int room = 16 * 1024 - "{'a':''}".length();
    String value = character.repeat(room / bytes) + "x".repeat(room % bytes);
    assertThat(post(fitting.formatted(value)).status()).isEqualTo(201);
    post(fitting.formatted(value + "x"))
        .isProblem(400, "validation_failed")
        .hasFault("/custom_fields", "too_large");
  }

  @Test
  void aFieldOf1365EmojiIsTaken() {
    assertThat(post("{\"phone_number\": \"+14155550123\", \"custom_fields\": {\"a\": \"%s\"}}"
        .formatted("\ud83d\ude00".repeat(1365))).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1234567890", "+14155550123", "+390612345678", "+442079460958", "+4915112345678",
      "+5491123456789",
      "+80012345678", "+6421123456"})
  void aNumberIsTakenWhetherOrNotItIsAssigned(String number) {
    assertThat(post("{\"phone_number\": \"%s\"}".formatted(number)).status()).isEqualTo(201);
    verify(ports.leads).add(any(), argThat(draft -> draft.number().equals(new PhoneNumber(number))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+9991234567", "+2101234567", "+4407911123456", "+1 415 555 0123", "(415) 555-0123",
      "0014155550123", "+14155550123 ", "+1415555012a", "+\u0661\u0664155550123", "tel:+14155550123", "",
      "+1234567890123456", "+123456"})
  void aNumberThatCannotBeDialledFromEverywhereIsRefused(String number) {
    post("{\"phone_number\": \"%s\"}".formatted(number))
        .isProblem(400, "validation_failed")
        .hasFault("/phone_number", "invalid_phone_number");
    verifyNoInteractions(ports.leads);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      14155550123          | plus sign
      +1 415 555 0123      | space
      \u200b+14155550123  | invisible
      +14155550123x5       | extension
      +9991234567          | country code
      +2101234567          | country code
      +4407911123456       | within the country
      +1415555012a         | letters
      +1-415-555-0123      | punctuation
      +123456              | at least 7 digits
      +1234567890123456    | at most 15 digits
      """)
  void theFaultOfANumberIsNamed(String number, String fault) {
    Answer answer = post("{\"phone_number\": \"%s\"}".formatted(number)).isProblem(400, "validation_failed");
    assertThat(answer.at("/errors/0/message").getStringValue()).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada@Example.org", "ada+leads@shop.example.co.uk", "o'brien@example.org",
      "jos\u00e9@shop.example",
      "ada@b\u00fccher.example", "ada@xn--bcher-kva.example"})
  void anEmailIsKeptAsItWasSent(String email) {
    assertThat(post("{\"phone_number\": \"+14155550123\", \"email\": \"%s\"}".formatted(email)).status())
        .isEqualTo(201);
    verify(ports.leads).add(any(), argThat(draft -> draft.email().equals(FieldUpdate.to(Optional.of(email)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "ada", "ada@", "@example.org", "ada@example", "ada@@example.org", "a..b@example.org",
      ".ada@example.org", "ada@-example.org", "ada@[127.0.0.1]", "ada(you know)@example.org", "Ada <ada@example.org>",
      "\\\"a b\\\"@example.org", "a b@example.org", " ada@example.org", "ada@example.org\\n", "ad\\u0000a@example.org",
      "ad\\u007fa@example.org", "ad\u00a0a@example.org", "ad\u00ada@example.org", "ad\u200ba@example.org",
      "ad\u202ea@example.org", "ad\u3164a@example.org", "ad\ufe0fa@example.org", "ad\ue000a@example.org"})
  void anEmailThatNobodyCanWriteToOrReadIsRefused(String email) {
    post("{\"phone_number\": \"+14155550123\", \"email\": \"%s\"}".formatted(email))
        .isProblem(400, "validation_failed")
        .hasFault("/email", "invalid_email");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void anEmailHas254CharactersAtMost() {
    String domain = "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".example";
    String longest = "a".repeat(254 - domain.length()) + domain;
    assertThat(post("{\"phone_number\": \"+14155550123\", \"email\": \"%s\"}".formatted(longest)).status())
        .isEqualTo(201);
    post("{\"phone_number\": \"+14155550123\", \"email\": \"a%s\"}".formatted(longest))
        .isProblem(400, "validation_failed")
        .hasFault("/email", "invalid_email");
  }
}
