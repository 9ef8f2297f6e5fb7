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
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference.ById;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** Leads are changed and removed. */
@MicronautTest
class LeadUpdateTest {

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String ONE = PATH + "/" + Known.LEAD_ID;

  private final Client client;
  private final FakePorts ports;

  LeadUpdateTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.leads.find(any(), any())).thenReturn(Optional.empty());
    when(ports.leads.find(any(), eq(Known.LEAD.id()))).thenReturn(Optional.of(Known.LEAD));
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
