package dev.latchkey.adapters.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadFilter;
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

/** Leads are added, listed and read. */
@MicronautTest
class LeadsTest {

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String ONE = PATH + "/" + Known.LEAD_ID;

  private final Client client;
  private final FakePorts ports;

  LeadsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.Added(Known.LEAD));
    when(ports.leads.find(any(), any())).thenReturn(Optional.empty());
    when(ports.leads.find(any(), eq(Known.LEAD.id()))).thenReturn(Optional.of(Known.LEAD));
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
    verify(ports.leads).add(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        eq(
            new LeadDraft(
                new PhoneNumber("+14155550123"),
                FieldUpdate.to(Optional.of("Ada")),
                FieldUpdate.keep(),
                FieldUpdate.to(Optional.of("ada@example.org")),
                FieldUpdate.keep(),
                FieldUpdate.to(
                    Optional.of(
                        Map.of(
                            "plan", Optional.of(new CustomValue.Text("gold")),
                            "seats", Optional.of(new CustomValue.Numeric(new BigDecimal("12.5"))),
                            "vip", Optional.of(new CustomValue.Flag(true))))))));
  }

  @Test
  void theMarkIsReadAndNullMeansNone() {
    post("{\"phone_number\": \"+14155550123\", \"do_not_call\": true}");
    verify(ports.leads).add(any(), argThat(draft -> draft.doNotCall().equals(FieldUpdate.to(true))));
    post("""
        {"phone_number": "+14155550123", "first_name": null, "last_name": null, "email": "", "do_not_call": null,
         "custom_fields": {"a": null}}
        """);
    verify(ports.leads).add(
        any(),
        eq(
            new LeadDraft(
                new PhoneNumber("+14155550123"),
                FieldUpdate.to(Optional.empty()),
                FieldUpdate.to(Optional.empty()),
                FieldUpdate.to(Optional.empty()),
                FieldUpdate.to(false),
                FieldUpdate.to(Optional.of(Map.of("a", Optional.empty()))))));
    post("{\"phone_number\": \"+14155550123\", \"email\": null, \"custom_fields\": null}");
    verify(ports.leads).add(
        any(),
        argThat(
            draft -> draft.email().equals(FieldUpdate.to(Optional.empty()))
                && draft.customFields().equals(FieldUpdate.to(Optional.empty()))));
  }

  @Test
  void aRecordThatWasReadIsTakenAsANewLeadAndACamelCaseSpellingIsNot() {
    assertThat(post("""
        {"campaign_lead_id": "x", "phone_number": "+14155550123", "first_name": "Ada", "firstName": "Bob",
         "created_at": "2030-01-31T12:00:00Z", "updated_at": 1, "createdAt": 1}
        """).status()).isEqualTo(201);
    post("{\"phone_number\": \"+14155550123\", \"doNotCall\": true, \"customFields\": {}}")
        .isProblem(400, "validation_failed")
        .hasFault("/doNotCall", "unchangeable")
        .hasFault("/customFields", "unchangeable");
  }

  @Test
  void theSameLeadAgainIsAnswered200WithTheSameId() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.AlreadyThere(Known.LEAD));
    Answer answer = post("{\"phone_number\": \"+14155550123\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/message").getStringValue()).isEqualTo("Lead added to the campaign successfully");
    assertThat(answer.at("/data/campaign_lead_id").getStringValue()).isEqualTo(Known.LEAD_ID);
  }

  @Test
  void aTakenNumberIsAConflict() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.NumberTaken(Known.LEAD));
    Answer answer = post("{\"phone_number\": \"+14155550123\"}").isProblem(409, "lead_exists");
    assertThat(answer.at("/campaign_lead_id").getStringValue()).isEqualTo(Known.LEAD_ID);
  }

  @Test
  void leadsAreListedWithEveryMember() {
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(Known.LEAD), OptionalLong.of(42)));
    Answer answer = client.send(client.withKey(PATH + "?limit=1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","data":[{"campaign_lead_id":"%s","phone_number":"+14155550123","first_name":"Ada",\
                "last_name":null,"email":null,"custom_fields":{},"do_not_call":false,\
                "created_at":"2030-01-31T12:00:00Z","updated_at":"2030-01-31T12:00:00Z"}],\
                "next_cursor":"YmVmb3JlOjQy"}""".formatted(Known.LEAD_ID));

    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    Answer next = client.send(client.withKey(PATH + "?cursor=" + answer.at("/next_cursor").getStringValue()));
    assertThat(next.text()).isEqualTo("{\"status\":\"success\",\"data\":[],\"next_cursor\":null}");
    verify(ports.leads).list(any(), eq(LeadFilter.ALL), eq(PageRequest.first(1)));
    verify(ports.leads).list(any(), eq(LeadFilter.ALL),
        eq(new PageRequest(PageRequest.DEFAULT_LIMIT, OptionalLong.of(42))));
  }

  @ParameterizedTest
  @CsvSource({
      "limit=0, /limit", "limit=101, /limit", "limit=ten, /limit", "limit=1&limit=2, /limit",
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
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
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

  @ParameterizedTest
  @ValueSource(strings = {
      "phone_number=%2B14155550123&email=Ada@Shop.example&do_not_call=true&created_since=2030-01-31T12:00:00Z"
          + "&updated_since=2030-01-31T14:00:00%2B02:00",
      "phone_number=+14155550123&email=ada@shop.example&do_not_call=true&created_since=2030-01-31T12:00:00%2B00:00"
          + "&updated_since=2030-01-31T14:00:00+02:00"})
  void leadsAreFoundByWhatIsAskedForEvenWithAPlusSignThatIsNotEncoded(String query) {
    when(ports.leads.list(any(), any(), any())).thenReturn(new Page<>(List.of(Known.LEAD), OptionalLong.empty()));
    assertThat(client.send(client.withKey(PATH + "?" + query)).status()).isEqualTo(200);
    verify(ports.leads).list(
        any(),
        eq(
            new LeadFilter(
                Optional.of(new PhoneNumber("+14155550123")),
                Optional.of("ada@shop.example"),
                Optional.of(true),
                Optional.of(Known.NOW),
                Optional.of(Known.NOW))),
        eq(PageRequest.first(PageRequest.DEFAULT_LIMIT)));
  }

  @ParameterizedTest
  @CsvSource({
      "phone_number=14155550123, /phone_number, invalid_phone_number",
      "email=ada, /email, invalid_email",
      "do_not_call=TRUE, /do_not_call, wrong_type",
      "do_not_call=1, /do_not_call, wrong_type",
      "created_since=yesterday, /created_since, invalid_time",
      "updated_since=2030-01-31, /updated_since, invalid_time",
      "phone=1, /phone, unknown_parameter",
      "email=ada@shop.example&email=bob@shop.example, /email, repeated"})
  void aFilterThatDoesNotFitIsNamed(String query, String pointer, String code) {
    client.send(client.withKey(PATH + "?" + query)).isProblem(400, "validation_failed").hasFault(pointer, code);
    verifyNoInteractions(ports.leads);
  }

  @Test
  void aLeadIsReadByItsId() {
    when(ports.leads.find(any(), eq(Known.LEAD.id()))).thenReturn(Optional.of(Known.LEAD));
    Answer answer = client.send(client.withKey(ONE));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.at("/data/campaign_lead_id").getStringValue()).isEqualTo(Known.LEAD_ID);
    assertThat(answer.at("/data/phone_number").getStringValue()).isEqualTo("+14155550123");
    client.send(client.withKey(PATH + "/VoiceCampaignLead:43")).isProblem(404, "lead_not_found");
    client.send(client.withKey(PATH + "/nonsense")).isProblem(404, "lead_not_found");
    client.send(client.withKey(PATH + "/bulk")).isProblem(405, "method_not_allowed");
  }
}
