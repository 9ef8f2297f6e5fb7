package dev.latchkey.adapters.rest.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.Client;
import dev.latchkey.adapters.rest.Client.Answer;
import dev.latchkey.adapters.rest.House;
import dev.latchkey.adapters.rest.Known;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class LeadsTest {

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";

  private final Client client;
  private final House house;

  LeadsTest(Client client, House house) {
    this.client = client;
    this.house = house;
  }

  @BeforeEach
  void reset() {
    house.reset();
    when(house.leads.add(any(), any(), any())).thenReturn(new Adding.Added(Known.LEAD));
  }

  private Answer post(String json) {
    return client.send(client.withKey(PATH), "POST", json);
  }

  @Test
  void aLeadIsAdded() {
    Answer answer = post("""
        {"phone_number": "+14155550123", "first_name": "Ada", "email": "ada@example.org",
         "custom_fields": {"plan": "gold", "seats": 12.50, "vip": true}, "unheard_of": 1}
        """);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","message":"Lead added to the campaign successfully",\
                "data":{"campaign_lead_id":"%s"}}""".formatted(Known.LEAD_ID));
    verify(house.leads).add(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        eq(new PhoneNumber("+14155550123")),
        eq(new LeadDetails(
            Optional.of("Ada"),
            Optional.empty(),
            Optional.of("ada@example.org"),
            Map.of(
                "plan", new CustomValue.Text("gold"),
                "seats", new CustomValue.Numeric(new BigDecimal("12.5")),
                "vip", new CustomValue.Flag(true)))));
  }

  @Test
  void theSameLeadAgainIsAnswered200WithTheSameId() {
    when(house.leads.add(any(), any(), any())).thenReturn(new Adding.AlreadyThere(Known.LEAD));
    Answer answer = post("{\"phone_number\": \"+14155550123\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/message").getStringValue()).isEqualTo("Lead added to the campaign successfully");
    assertThat(answer.at("/data/campaign_lead_id").getStringValue()).isEqualTo(Known.LEAD_ID);
  }

  @Test
  void aTakenNumberIsAConflict() {
    when(house.leads.add(any(), any(), any())).thenReturn(new Adding.NumberTaken());
    post("{\"phone_number\": \"+14155550123\"}").isProblem(409, "lead_exists");
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
    verifyNoInteractions(house.leads);
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
    verifyNoInteractions(house.leads);
  }

  @Test
  void customFieldsTakeSixteenKibibytesAtMost() {
    String fitting = "{\"phone_number\": \"+14155550123\", \"custom_fields\": {\"a\": \"%s\"}}";
    assertThat(post(fitting.formatted("x".repeat(16 * 1024 - 8))).status()).isEqualTo(201);
    post(fitting.formatted("x".repeat(16 * 1024 - 7)))
        .isProblem(400, "validation_failed")
        .hasFault("/custom_fields", "too_large");
  }

  @Test
  void leadsAreListedWithEveryMember() {
    when(house.leads.list(any(), any())).thenReturn(new Page<>(List.of(Known.LEAD), OptionalLong.of(42)));
    Answer answer = client.send(client.withKey(PATH + "?limit=1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","data":[{"campaign_lead_id":"%s","phone_number":"+14155550123","first_name":"Ada",\
                "last_name":null,"email":null,"custom_fields":{},"do_not_call":false,\
                "created_at":"2030-01-31T12:00:00Z","updated_at":"2030-01-31T12:00:00Z"}],\
                "next_cursor":"YmVmb3JlOjQy"}""".formatted(Known.LEAD_ID));

    when(house.leads.list(any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    Answer next = client.send(client.withKey(PATH + "?cursor=" + answer.at("/next_cursor").getStringValue()));
    assertThat(next.text()).isEqualTo("{\"status\":\"success\",\"data\":[],\"next_cursor\":null}");
    verify(house.leads).list(any(), eq(PageRequest.first(1)));
    verify(house.leads).list(any(), eq(new PageRequest(PageRequest.DEFAULT_LIMIT, OptionalLong.of(42))));
  }

  @ParameterizedTest
  @CsvSource({
      "limit=0, /limit", "limit=101, /limit", "limit=ten, /limit", "limit=, /limit", "limit=1&limit=2, /limit",
      "cursor=nonsense, /cursor", "cursor=%00, /cursor", "cursor=YmVmb3JlOi0x, /cursor"
  })
  void aQueryThatDoesNotFitIsNamed(String query, String pointer) {
    Answer answer = client.send(client.withKey(PATH + "?" + query)).isProblem(400, "validation_failed");
    assertThat(answer.at("/errors/0/pointer").getStringValue()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "VoiceCampaign:789", "Vm9pY2VDYW1wYWlnbjo3ODk", "Vm9pY2VDYW1wYWlnbjo3ODk=", "Vm9pY2VDYW1wYWlnbjo3ODk%3D"
  })
  void anIdIsTakenInEverySpelling(String id) {
    when(house.leads.list(any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    assertThat(client.send(client.withKey("/api/v2/voice-campaigns/" + id + "/leads")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "VoiceCampaign:790", "Tenant:789", "789", "%00", "a%2Fb", "a+b", "a;b", "a&b", "%C3%A4", "%FF", "~",
      "VoiceCampaign:99999999999999999999"
  })
  void anIdThatIsNobodysIsUnknownWhateverIsWrongWithIt(String id) {
    client.send(client.withKey("/api/v2/voice-campaigns/" + id + "/leads")).isProblem(404, "campaign_not_found");
    client.send(client.withKey("/api/v2/voice-campaigns/" + id + "/leads"), "POST", "no json")
        .isProblem(404, "campaign_not_found");
  }
}
