package dev.latchkey.adapters.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
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
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference.ById;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

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

  private Answer patch(String json) {
    return client.send(client.withKey(ONE), "PATCH", json);
  }

  private LeadPatch changed() {
    ArgumentCaptor<List<LeadUpdate>> alterations = ArgumentCaptor.captor();
    verify(ports.leads).changeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)), alterations.capture());
    assertThat(alterations.getValue()).extracting(LeadUpdate::lead).containsExactly(new ById(Known.LEAD.id()));
    return alterations.getValue().getFirst().change();
  }

  @Test
  void aLeadIsChangedInWhatIsNamed() {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(List.of(Optional.of(new LeadUpdateResult.Revised(Known.LEAD))));
    Answer answer = patch("""
        {"first_name": "Ada", "last_name": null, "do_not_call": true, "mark_as_unanswered": true,
         "custom_fields": {"plan": "gold", "seats": null}, "phone_number": "+14155550123", "unheard_of": 1}
        """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"message\":\"Lead updated successfully\"}");
    assertThat(changed()).isEqualTo(
        new LeadPatch(
            FieldUpdate.to(Optional.of("Ada")),
            FieldUpdate.to(Optional.empty()),
            FieldUpdate.keep(),
            FieldUpdate.to(true),
            Map.of("plan", Optional.of(new CustomValue.Text("gold")), "seats", Optional.empty()),
            true));
  }

  @Test
  void aRecordIsReadEditedAndSentBackWholeAndNothingElseOfItIsDroppedWithSuccess() {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(List.of(Optional.of(new LeadUpdateResult.Revised(Known.LEAD))));
    when(ports.leads.find(any(), any())).thenReturn(Optional.of(Known.LEAD));
    String record = client.send(client.withKey(ONE)).at("/data").toString();
    assertThat(patch(
        """
            {"campaign_lead_id": "%s", "phone_number": "+14155550123", "first_name": "Grace", "last_name": null, "email": null,
             "custom_fields": {}, "do_not_call": true, "created_at": 1, "updated_at": null}
            """
            .formatted(Known.LEAD_ID))
        .status()).as(record).isEqualTo(200);
    patch("{\"phone_number\": \"+14155550199\", \"campaign_lead_id\": \"VoiceCampaignLead:43\", \"doNotCall\": true}")
        .isProblem(400, "validation_failed")
        .hasFault("/phone_number", "unchangeable")
        .hasFault("/campaign_lead_id", "unchangeable")
        .hasFault("/doNotCall", "unchangeable");
  }

  @Test
  void aChangeThatNamesNothingChangesNothing() {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(List.of(Optional.of(new LeadUpdateResult.Revised(Known.LEAD))));
    assertThat(patch("{}").status()).isEqualTo(200);
    assertThat(changed()).isEqualTo(
        new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), Map.of(), false));
  }

  @Test
  void allFaultsOfAChangeAreToldAtOnceEachAtItsPlace() {
    patch("""
        {"first_name": 1, "last_name": "%s", "email": "ada", "do_not_call": null, "mark_as_unanswered": "yes",
         "custom_fields": {"a": []}}
        """.formatted("x".repeat(101)))
        .isProblem(400, "validation_failed")
        .hasFault("/first_name", "wrong_type")
        .hasFault("/last_name", "too_long")
        .hasFault("/email", "invalid_email")
        .hasFault("/do_not_call", "not_null")
        .hasFault("/mark_as_unanswered", "wrong_type")
        .hasFault("/custom_fields/a", "wrong_type");
    patch("{\"custom_fields\": null, \"mark_as_unanswered\": null}")
        .isProblem(400, "validation_failed")
        .hasFault("/custom_fields", "not_null")
        .hasFault("/mark_as_unanswered", "not_null");
    patch("[]").isProblem(400, "validation_failed").hasFault("", "wrong_type");
    verify(ports.leads, never()).changeAll(any(), any());
  }

  @Test
  void whatDoesNotHoldTogetherIsNamed() {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(
            List.of(Optional
                .of(new LeadUpdateResult.Unsound(List.of(new Violation("custom_fields", "too_large", "Less."))))));
    patch("{}").isProblem(400, "validation_failed").hasFault("/custom_fields", "too_large");
  }

  @Test
  void anUnknownLeadIsToldSo() {
    when(ports.leads.changeAll(any(), any())).thenReturn(List.of(Optional.empty()));
    when(ports.leads.removeAll(any(), any())).thenReturn(List.of(Optional.empty()));
    patch("{}").isProblem(404, "lead_not_found");
    client.send(client.withKey(ONE).DELETE()).isProblem(404, "lead_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VoiceCampaign:42", "42", "%00", "a%2Fb", "update", "remove",
      "VoiceCampaignLead:99999999999999999999"})
  void anIdThatIsNoLeadsIsLookedForLikeOneThatNobodyHas(String id) {
    when(ports.leads.changeAll(any(), any())).thenReturn(List.of(Optional.empty()));
    when(ports.leads.removeAll(any(), any())).thenReturn(List.of(Optional.empty()));
    client.send(client.withKey(PATH + "/" + id), "PATCH", "{}").isProblem(404, "lead_not_found");
    client.send(client.withKey(PATH + "/" + id).DELETE()).isProblem(404, "lead_not_found");
    verify(ports.leads).removeAll(any(), eq(List.of(new ById(LeadId.UNKNOWN))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"phone_number\": 1}", "no json"})
  void aLeadIsRemovedWhateverTheBody(String body) {
    when(ports.leads.removeAll(any(), any())).thenReturn(List.of(Optional.of(Known.LEAD)));
    Answer answer = client.send(client.withKey(ONE).method("DELETE", BodyPublishers.ofString(body)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"message\":\"Lead removed successfully\"}");
    verify(ports.leads).removeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)), eq(List.of(new ById(Known.LEAD.id()))));
  }

  @Test
  void theCampaignIsJudgedBeforeTheChangeAndTheRemoval() {
    String elsewhere = "/api/v2/voice-campaigns/VoiceCampaign:790/leads/" + Known.LEAD_ID;
    client.send(client.withKey(elsewhere), "PATCH", "no json").isProblem(404, "campaign_not_found");
    client.send(client.withKey(elsewhere).DELETE()).isProblem(404, "campaign_not_found");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void changingAndRemovingNeedThePermissionToWrite() {
    ports.access.know(Known.granted(EnumSet.of(Permission.LEADS_READ), CampaignAccess.EVERYWHERE), Known.TENANT);
    patch("no json").isProblem(403, "permission_missing");
    client.send(client.withKey(ONE).DELETE()).isProblem(403, "permission_missing");
  }
}
