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
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class V1LeadsTest {

  private static final String PATH = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String ONE = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/lead";
  private static final LeadReference NUMBER = new LeadReference.ByNumber(Known.LEAD.phoneNumber());

  private final Client client;
  private final FakePorts ports;

  V1LeadsTest(Client client, FakePorts ports) {
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

  private static String claiming(String tenant) {
    return "{\"tenant_id\": %s, \"phone_number\": \"+14155550123\"}".formatted(tenant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"VGVuYW50OjEyMw==\"", "\"VGVuYW50OjEyMw\"", "\"Tenant:123\""})
  void aLeadIsAddedAndItsIdIsNotTold(String tenant) {
    Answer answer = post(claiming(tenant));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text())
        .isEqualTo("{\"status\":\"success\",\"message\":\"Lead added to the campaign successfully\"}");
    verify(ports.leads).add(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        argThat(draft -> draft.number().equals(new PhoneNumber("+14155550123"))));
  }

  @Test
  void theMarkIsReadAndMembersThatOnlyTheServerSetsAreIgnored() {
    post("""
        {"tenant_id": "Tenant:123", "phone_number": "+14155550123", "do_not_call": true, "campaign_lead_id": "x",
         "created_at": 1}
        """);
    verify(ports.leads).add(any(), argThat(draft -> draft.doNotCall().equals(FieldUpdate.to(true))));
    post("{\"tenant_id\": \"Tenant:123\", \"phone_number\": \"+14155550123\", \"doNotCall\": true}")
        .isProblem(400, "validation_failed")
        .hasFault("/doNotCall", "unchangeable");
  }

  @Test
  void theIdOfALeadIsIgnoredByAnUpdate() {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(List.of(Optional.of(new LeadUpdateResult.Revised(Known.LEAD))));
    assertThat(update("{\"phone_number\": \"+14155550123\", \"campaign_lead_id\": \"VoiceCampaignLead:43\"}").status())
        .isEqualTo(200);
    verify(ports.leads).changeAll(any(), argThat(alterations -> alterations.getFirst().id().isEmpty()));
  }

  @Test
  void aRemovalByPostDoesWhatTheDeleteDoesAndIsCarriedOutOnce() {
    when(ports.leads.removeAll(any(), any())).thenReturn(List.of(Optional.of(Known.LEAD)));
    Answer answer = client.send(
        client.withKey(ONE + "/remove"), "POST", "{\"tenant_id\": \"Tenant:123\", \"phone_number\": \"+14155550123\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"message\":\"Lead removed successfully\"}");
    verify(ports.leads).removeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)), eq(List.of(NUMBER)));

    when(ports.once.claim(any(), anyString())).thenReturn(new Claim.First(Instant.EPOCH));
    Answer kept = client.send(
        client.withKey(ONE + "/remove").header("Idempotency-Key", "mine"), "POST",
        "{\"phone_number\": \"+14155550123\"}");
    verify(ports.once).settle(any(), any(), argThat(settled -> settled.body().equals(kept.text())));
    client.send(client.withKey(ONE + "/remove"), "POST", "{\"tenant_id\": 1}").isProblem(403, "tenant_mismatch");
    client.send(client.withKey(ONE + "/remove"), "POST", "{}")
        .isProblem(400, "validation_failed").hasFault("", "required");
  }

  @Test
  void aDeleteThatArrivesWithoutABodySaysSoAndNamesThePost() {
    Answer answer = client.send(client.withKey(ONE + "/remove").DELETE()).isProblem(400, "body_malformed");
    assertThat(answer.at("/detail").getStringValue())
        .contains("without a body", "POST /v1/api/voice-campaigns/{campaign_id}/lead/remove");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void theSameLeadAgainAndATakenNumberAreToldApart() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.AlreadyThere(Known.LEAD));
    assertThat(post(claiming("\"Tenant:123\"")).status()).isEqualTo(200);
    when(ports.leads.add(any(), any())).thenReturn(new Adding.NumberTaken(Known.LEAD));
    Answer answer = post(claiming("\"Tenant:123\"")).isProblem(409, "lead_exists");
    assertThat(answer.at("/campaign_lead_id").getStringValue()).isEqualTo(Known.LEAD_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"tenant_id\": null}", "{\"Tenant_Id\": \"Tenant:123\"}", "[]", "\"Tenant:123\""})
  void aBodyThatNamesNoTenantIsToldSo(String json) {
    post(json).isProblem(400, "tenant_id_missing").hasFault("/tenant_id", "required");
    verifyNoInteractions(ports.leads);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "\"Tenant:124\"", "\"tenant:123\"", "\"TENANT:123\"", "\"123\"", "123", "[\"Tenant:123\"]",
      "{\"id\": \"Tenant:123\"}",
      "true", "\"\"", "\" Tenant:123\"", "\"ApiKey:123\""
  })
  void anythingButTheKeysOwnTenantIsAMismatch(String tenant) {
    post(claiming(tenant)).isProblem(403, "tenant_mismatch");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void aTenantThatIsNamedTwiceIsMalformedWhicheverComesFirst() {
    post("{\"tenant_id\": \"Tenant:123\", \"tenant_id\": \"Tenant:124\", \"phone_number\": \"+14155550123\"}")
        .isProblem(400, "body_malformed");
    post("{\"tenant_id\": \"Tenant:124\", \"tenant_id\": \"Tenant:123\", \"phone_number\": \"+14155550123\"}")
        .isProblem(400, "body_malformed");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void theTenantIsJudgedBeforeTheCampaignAndThatBeforeTheLead() {
    String nobodys = "/v1/api/voice-campaigns/VoiceCampaign:1/leads";
    client.send(client.withKey(nobodys), "POST", "{\"tenant_id\": 1}").isProblem(403, "tenant_mismatch");
    client.send(client.withKey(nobodys), "POST", "{\"tenant_id\": \"Tenant:123\"}").isProblem(404,
        "campaign_not_found");
    post("{\"tenant_id\": \"Tenant:123\"}").isProblem(400, "validation_failed").hasFault("/phone_number", "required");
  }

  @Test
  void theBodyIsParsedBeforeTheTenantAndTheCampaignAreJudged() {
    String nobodys = "/v1/api/voice-campaigns/nonsense/leads";
    client.send(client.withKey(nobodys), "POST", "no json").isProblem(400, "body_malformed");
    client.send(client.withKey(nobodys).POST(BodyPublishers.noBody())).isProblem(400, "body_malformed");
    client.send(client.withKey(nobodys).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
        .isProblem(415, "unsupported_media_type");
  }

  private Answer update(String json) {
    return client.send(client.withKey(ONE + "/update"), "PATCH", json);
  }

  private Answer remove(String json) {
    return client.send(client.withKey(ONE + "/remove"), "DELETE", json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"tenant_id\": null,", "\"tenant_id\": \"Tenant:123\","})
  void aLeadIsChangedWhetherOrNotItsTenantIsNamed(String tenant) {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(List.of(Optional.of(new LeadUpdateResult.Revised(Known.LEAD))));
    Answer answer = update(
        "{" + tenant + "\"phone_number\": \"+14155550123\", \"last_name\": null, \"mark_as_unanswered\": true}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"message\":\"Lead updated successfully\"}");
    verify(ports.leads).changeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)),
        eq(
            List.of(
                new LeadUpdate(
                    NUMBER,
                    new LeadPatch(
                        FieldUpdate.keep(), FieldUpdate.to(Optional.empty()), FieldUpdate.keep(), FieldUpdate.keep(),
                        Map.of(), true)))));
  }

  @Test
  void aLeadIsRemovedByItsNumberOrItsIdOfWhichTheIdWins() {
    when(ports.leads.removeAll(any(), any())).thenReturn(List.of(Optional.of(Known.LEAD)));
    Answer answer = remove("{\"tenant_id\": \"Tenant:123\", \"phone_number\": \"+14155550123\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"message\":\"Lead removed successfully\"}");
    verify(ports.leads).removeAll(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)), eq(List.of(NUMBER)));
    remove("{\"phone_number\": \"+14155550199\", \"campaign_lead_id\": \"" + Known.LEAD_ID + "\"}");
    verify(ports.leads).removeAll(any(), eq(List.of(new LeadReference.ById(Known.LEAD.id()))));
  }

  @Test
  void anUnknownLeadIsToldSo() {
    when(ports.leads.changeAll(any(), any())).thenReturn(List.of(Optional.empty()));
    when(ports.leads.removeAll(any(), any())).thenReturn(List.of(Optional.empty()));
    update("{\"phone_number\": \"+14155550123\"}").isProblem(404, "lead_not_found");
    remove("{\"phone_number\": \"+14155550123\"}").isProblem(404, "lead_not_found");
    remove("{\"campaign_lead_id\": \"nonsense\"}").isProblem(404, "lead_not_found");
  }

  @Test
  void whatDoesNotFitInAChangeOrARemovalIsNamed() {
    update("{\"email\": \"ada\", \"do_not_call\": null}")
        .isProblem(400, "validation_failed")
        .hasFault("/phone_number", "required")
        .hasFault("/email", "invalid_email")
        .hasFault("/do_not_call", "not_null");
    update("[]").isProblem(400, "validation_failed").hasFault("", "wrong_type");
    remove("{}").isProblem(400, "validation_failed").hasFault("", "required");
    remove("{\"phone_number\": \"4155550123\"}")
        .isProblem(400, "validation_failed")
        .hasFault("/phone_number", "invalid_phone_number");
    remove("{\"campaign_lead_id\": 42}").isProblem(400, "validation_failed").hasFault("/campaign_lead_id",
        "wrong_type");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void whatDoesNotHoldTogetherIsNamed() {
    when(ports.leads.changeAll(any(), any()))
        .thenReturn(
            List.of(Optional
                .of(new LeadUpdateResult.Unsound(List.of(new Violation("custom_fields", "too_large", "Less."))))));
    update("{\"phone_number\": \"+14155550123\"}")
        .isProblem(400, "validation_failed")
        .hasFault("/custom_fields", "too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Tenant:124\"", "123", "\"nonsense\"", "[]", "false"})
  void aTenantThatIsNamedHasToBeTheKeysOwn(String tenant) {
    String body = "{\"tenant_id\": " + tenant + "}";
    update(body).isProblem(403, "tenant_mismatch");
    remove(body).isProblem(403, "tenant_mismatch");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void aChangeAndARemovalAreParsedFirstAndJudgedLast() {
    String nobodys = "/v1/api/voice-campaigns/VoiceCampaign:790/lead/";
    client.send(client.withKey(nobodys + "update"), "PATCH", "no json").isProblem(400, "body_malformed");
    client.send(client.withKey(nobodys + "update"), "PATCH", "{}").isProblem(404, "campaign_not_found");
    client.send(client.withKey(nobodys + "remove").DELETE()).isProblem(400, "body_malformed");
    client.send(client.withKey(nobodys + "remove"), "DELETE", "{}").isProblem(404, "campaign_not_found");
    ports.access.know(Known.granted(EnumSet.of(Permission.LEADS_READ), CampaignAccess.EVERYWHERE), Known.TENANT);
    update("no json").isProblem(403, "permission_missing");
    remove("no json").isProblem(403, "permission_missing");
  }
}
