package dev.latchkey.adapters.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference.ById;
import dev.latchkey.domain.lead.LeadReference.ByNumber;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneFault;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest
class BulkLeadsTest {

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String NUMBER_MESSAGE = PhoneFault.MISSING_PLUS.message();
  private static final LeadUpdateResult REVISED = new LeadUpdateResult.Revised(Known.LEAD);

  private final Client client;
  private final FakePorts ports;

  BulkLeadsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  private Answer add(String json) {
    return client.send(client.withKey(PATH + "/bulk"), "POST", json);
  }

  private Answer update(String json) {
    return client.send(client.withKey(PATH + "/update/bulk"), "PATCH", json);
  }

  private Answer remove(String json) {
    return client.send(client.withKey(PATH + "/remove/bulk"), "DELETE", json);
  }

  private static LeadDraft lead(String number, FieldUpdate<Optional<String>> firstName) {
    return new LeadDraft(
        new PhoneNumber(number), firstName, FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep());
  }

  private static LeadUpdate doNotCall(String number) {
    return new LeadUpdate(
        new ByNumber(new PhoneNumber(number)),
        new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(true), Map.of(),
            false));
  }

  @Test
  void leadsAreAddedAndDuplicatesAndWhatIsNoLeadAreCounted() {
    when(ports.leads.addAll(any(), any())).thenReturn(
        List.of(
            new Adding.Added(Known.LEAD), new Adding.AlreadyThere(Known.LEAD), new Adding.NumberTaken(Known.LEAD),
            new Adding.Added(Known.LEAD)));
    Answer answer = add(
        """
            [{"phone_number": "+14155550101", "first_name": "Ada", "unheard_of": 1}, "text", {"phone_number": "+14155550101"},
             {"phone_number": "4155550102", "email": "ada", "custom_fields": {"a/b": []}},
             {"phone_number": "+14155550103"}, {"email": null}, {"phone_number": "+14155550104"}]
            """);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.text()).isEqualTo(
        """
            {"status":"success","message":"Leads are queued to be added to the campaign",\
            "data":{"accepted":2,"duplicates":2,"rejected":[\
            {"index":1,"code":"wrong_type","message":"Must be an object."},\
            {"index":3,"code":"invalid_phone_number","message":"phone_number: %1$s \
            email: Must be an e-mail address, such as ada@example.org. \
            custom_fields/a~1b: Must be a string, a number, true or false."},\
            {"index":5,"code":"required","message":"phone_number: Is missing. Send a value."}],\
            "results":[{"index":0,"outcome":"added","campaign_lead_id":"%2$s"},\
            {"index":1,"outcome":"rejected","campaign_lead_id":null},\
            {"index":2,"outcome":"equal","campaign_lead_id":"%2$s"},\
            {"index":3,"outcome":"rejected","campaign_lead_id":null},\
            {"index":4,"outcome":"conflict","campaign_lead_id":"%2$s"},\
            {"index":5,"outcome":"rejected","campaign_lead_id":null},\
            {"index":6,"outcome":"added","campaign_lead_id":"%2$s"}]}}"""
            .formatted(NUMBER_MESSAGE, Known.LEAD_ID));
    verify(ports.leads).addAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        eq(
            List.of(
                lead("+14155550101", FieldUpdate.to(Optional.of("Ada"))), lead("+14155550101", FieldUpdate.keep()),
                lead("+14155550103", FieldUpdate.keep()), lead("+14155550104", FieldUpdate.keep()))));
  }

  @Test
  void whereNoItemIsALeadNothingIsAdded() {
    Answer answer = add("[1]");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.at("/data/accepted").getIntValue()).isZero();
    assertThat(answer.at("/data/rejected").size()).isEqualTo(1);
    verifyNoInteractions(ports.leads);
  }

  @Test
  void leadsAreAddedOnceHoweverOftenTheyAreSent() {
    when(ports.once.claim(any(), anyString())).thenReturn(new Claim.First(Instant.EPOCH));
    when(ports.leads.addAll(any(), any())).thenReturn(List.of(new Adding.Added(Known.LEAD)));
    Answer answer = client.send(
        client.withKey(PATH + "/bulk").header("Idempotency-Key", "mine"), "POST",
        "[{\"phone_number\":\"+14155550123\"}]");
    assertThat(answer.status()).isEqualTo(202);
    verify(ports.once).settle(any(), any(), argThat(kept -> kept.status() == 202 && kept.body().equals(answer.text())));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      POST   | /bulk
      PATCH  | /update/bulk
      DELETE | /remove/bulk
      """)
  void anArrayHasOneToAThousandItems(String method, String path) {
    Client.Answer none = client.send(client.withKey(PATH + path), method, "[]");
    none.isProblem(400, "validation_failed").hasFault("", "out_of_range");
    client.send(client.withKey(PATH + path), method, Collections.nCopies(1001, "1").toString())
        .isProblem(400, "validation_failed")
        .hasFault("", "out_of_range");
    client.send(client.withKey(PATH + path), method, "{}")
        .isProblem(400, "validation_failed")
        .hasFault("", "wrong_type");
    assertThat(client.send(client.withKey(PATH + path), method, Collections.nCopies(1000, "1").toString()).status())
        .isBetween(200, 202);
    verifyNoInteractions(ports.leads);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      POST   | /bulk
      PATCH  | /update/bulk
      DELETE | /remove/bulk
      """)
  void theKeyAndTheCampaignAreJudgedBeforeTheBody(String method, String path) {
    client.send(client.withKey(PATH + path), method, "no json").isProblem(400, "body_malformed");
    client.send(client.withKey("/api/v2/voice-campaigns/VoiceCampaign:790/leads" + path), method, "no json")
        .isProblem(404, "campaign_not_found");
    ports.access.know(Known.granted(EnumSet.of(Permission.LEADS_READ), CampaignAccess.EVERYWHERE), Known.TENANT);
    client.send(client.withKey(PATH + path), method, "no json").isProblem(403, "permission_missing");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void leadsAreChangedInTheirOrderAndABadItemFailsAlone() {
    when(ports.leads.changeAll(any(), any())).thenReturn(
        List.of(
            Optional.of(REVISED),
            Optional.empty(),
            Optional.of(
                new LeadUpdateResult.Unsound(List.of(new Violation("custom_fields", "too_large", "Less, please.")))),
            Optional.of(REVISED)));
    Answer answer = update("""
        [{"phone_number": "+14155550101", "do_not_call": true},
         {"phone_number": "4155550102", "do_not_call": null},
         {"phone_number": "+14155550103", "do_not_call": true, "unheard_of": 1},
         {"phone_number": 14155550104},
         {"phone_number": "+14155550105", "do_not_call": true},
         {"phone_number": "+14155550106", "do_not_call": true},
         null, {"phone_number": "\\ud800"}]
        """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.text()).isEqualTo(
        """
            {"status":"success","message":"Bulk lead update completed","results":[\
            {"index":0,"phone_number":"+14155550101","success":true,"message":"Lead updated successfully"},\
            {"index":1,"phone_number":"4155550102","success":false,"message":"phone_number: %s \
            do_not_call: Cannot be null. Send a value, or leave it out."},\
            {"index":2,"phone_number":"+14155550103","success":false,"message":"Lead not found"},\
            {"index":3,"phone_number":null,"success":false,"message":"phone_number: Must be a string."},\
            {"index":4,"phone_number":"+14155550105","success":false,"message":"custom_fields: Less, please."},\
            {"index":5,"phone_number":"+14155550106","success":true,"message":"Lead updated successfully"},\
            {"index":6,"phone_number":null,"success":false,"message":"Must be an object."},\
            {"index":7,"phone_number":null,"success":false,"message":"phone_number: Contains an unpaired UTF-16 surrogate. Send whole characters."}]}"""
            .formatted(NUMBER_MESSAGE));
    verify(ports.leads).changeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        eq(
            List.of(
                doNotCall("+14155550101"), doNotCall("+14155550103"), doNotCall("+14155550105"),
                doNotCall("+14155550106"))));
  }

  @Test
  void theMarkOfANewLeadIsReadAndACamelCaseSpellingIsRejected() {
    when(ports.leads.addAll(any(), any())).thenReturn(List.of(new Adding.Added(Known.LEAD)));
    Answer answer = add(
        """
            [{"phone_number": "+14155550101", "do_not_call": true, "created_at": 1},
             {"phone_number": "+14155550102", "doNotCall": true}]
            """);
    assertThat(answer.at("/data/rejected/0/code").getStringValue()).isEqualTo("unchangeable");
    verify(ports.leads).addAll(
        any(), argThat(drafts -> drafts.size() == 1 && drafts.getFirst().doNotCall().equals(FieldUpdate.to(true))));
  }

  @Test
  void theIdThatIsSentWithAChangeHasToBeTheLeads() {
    when(ports.leads.changeAll(any(), any())).thenReturn(List.of(Optional.of(REVISED)));
    Answer answer = update(
        """
            [{"phone_number": "+14155550101", "campaign_lead_id": "%s", "updated_at": 1},
             {"phone_number": "+14155550102", "firstName": "Ada"}]
            """.formatted(Known.LEAD_ID));
    assertThat(answer.at("/results/0/success").getBooleanValue()).isTrue();
    assertThat(answer.at("/results/1/message").getStringValue()).contains("firstName").contains("first_name");
    verify(ports.leads).changeAll(
        any(), argThat(alterations -> alterations.getFirst().id().equals(Optional.of(Known.LEAD.id()))));
  }

  @Test
  void aRemovalThatArrivesWithoutABodySaysSo() {
    Answer answer = client.send(client.withKey(PATH + "/remove/bulk").DELETE()).isProblem(400, "body_malformed");
    assertThat(answer.at("/detail").getStringValue()).contains("without a body");
  }

  @Test
  void everyMemberOfAChangeIsRead() {
    when(ports.leads.changeAll(any(), any())).thenReturn(List.of(Optional.of(REVISED)));
    update("""
        [{"phone_number": "+14155550101", "first_name": "Ada", "last_name": null, "email": "Ada@Example.org",
          "do_not_call": false, "custom_fields": {"plan": null, "seats": 2}, "mark_as_unanswered": true}]
        """);
    verify(ports.leads).changeAll(
        any(),
        eq(
            List.of(
                new LeadUpdate(
                    new ByNumber(new PhoneNumber("+14155550101")),
                    new LeadPatch(
                        FieldUpdate.to(Optional.of("Ada")),
                        FieldUpdate.to(Optional.empty()),
                        FieldUpdate.to(Optional.of("Ada@Example.org")),
                        FieldUpdate.to(false),
                        Map.of(
                            "plan", Optional.empty(),
                            "seats", Optional.of(new CustomValue.Numeric(BigDecimal.TWO))),
                        true)))));
  }

  @Test
  void leadsAreRemovedByIdOrElseByNumberAndABadItemFailsAlone() {
    when(ports.leads.removeAll(any(), any())).thenReturn(
        List.of(
            Optional.of(Known.LEAD), Optional.empty(), Optional.of(Known.LEAD), Optional.empty(), Optional.empty()));
    Answer answer = remove("""
        [{"phone_number": "+14155550123"}, {},
         {"phone_number": "+14155550101", "campaign_lead_id": null},
         {"phone_number": "nonsense", "campaign_lead_id": "%s"},
         {"campaign_lead_id": 42, "phone_number": "+14155550123"},
         {"campaign_lead_id": "nonsense"}, {"phone_number": "nonsense"},
         {"campaign_lead_id": "Tenant:42"}, {"phone_number": 1}]
        """.formatted(Known.LEAD_ID));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(
        """
            {"status":"success","message":"Bulk lead removal completed","results":[\
            {"index":0,"phone_number":"+14155550123","success":true,"message":"Lead removed successfully"},\
            {"index":1,"success":false,"message":"Must have a phone_number or a campaign_lead_id."},\
            {"index":2,"phone_number":"+14155550101","success":false,\
            "message":"Lead not found with the given phone number or campaign lead id"},\
            {"index":3,"campaign_lead_id":"%s","success":true,"message":"Lead removed successfully"},\
            {"index":4,"phone_number":"+14155550123","success":false,"message":"campaign_lead_id: Must be a string."},\
            {"index":5,"campaign_lead_id":"nonsense","success":false,\
            "message":"Lead not found with the given phone number or campaign lead id"},\
            {"index":6,"phone_number":"nonsense","success":false,"message":"phone_number: Contains letters. Send only a plus sign and digits, such as +14155550123."},\
            {"index":7,"campaign_lead_id":"Tenant:42","success":false,\
            "message":"Lead not found with the given phone number or campaign lead id"},\
            {"index":8,"success":false,"message":"phone_number: Must be a string."}]}"""
            .formatted(Known.LEAD_ID));
    verify(ports.leads).removeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        eq(
            List.of(
                new ByNumber(new PhoneNumber("+14155550123")),
                new ByNumber(new PhoneNumber("+14155550101")),
                new ById(Known.LEAD.id()),
                new ById(LeadId.UNKNOWN),
                new ById(LeadId.UNKNOWN))));
  }

  @Test
  void bulkIsNoLead() {
    client.send(client.withKey(PATH + "/bulk"), "PATCH", "{}").isProblem(405, "method_not_allowed");
    client.send(client.withKey(PATH + "/bulk/").DELETE()).isProblem(405, "method_not_allowed");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      POST   | /bulk/
      PATCH  | /update/bulk/
      DELETE | /remove/bulk/
      """)
  void aTrailingSlashIsAccepted(String method, String path) {
    assertThat(client.send(client.withKey(PATH + path), method, "[1]").status()).isBetween(200, 202);
  }
}
