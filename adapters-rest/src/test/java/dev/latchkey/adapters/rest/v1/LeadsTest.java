package dev.latchkey.adapters.rest.v1;

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
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class LeadsTest {

  private static final String PATH = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";

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
    verify(house.leads).add(
        argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)), eq(new PhoneNumber("+14155550123")), any());
  }

  @Test
  void theSameLeadAgainAndATakenNumberAreToldApart() {
    when(house.leads.add(any(), any(), any())).thenReturn(new Adding.AlreadyThere(Known.LEAD));
    assertThat(post(claiming("\"Tenant:123\"")).status()).isEqualTo(200);
    when(house.leads.add(any(), any(), any())).thenReturn(new Adding.NumberTaken());
    post(claiming("\"Tenant:123\"")).isProblem(409, "lead_exists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"tenant_id\": null}", "{\"Tenant_Id\": \"Tenant:123\"}", "[]", "\"Tenant:123\""})
  void aBodyThatNamesNoTenantIsToldSo(String json) {
    post(json).isProblem(400, "tenant_id_missing").hasFault("/tenant_id", "required");
    verifyNoInteractions(house.leads);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "\"Tenant:124\"", "\"tenant:123\"", "\"TENANT:123\"", "\"123\"", "123", "[\"Tenant:123\"]",
      "{\"id\": \"Tenant:123\"}",
      "true", "\"\"", "\" Tenant:123\"", "\"ApiKey:123\""
  })
  void anythingButTheKeysOwnTenantIsAMismatch(String tenant) {
    post(claiming(tenant)).isProblem(403, "tenant_mismatch");
    verifyNoInteractions(house.leads);
  }

  @Test
  void aTenantThatIsNamedTwiceIsMalformedWhicheverComesFirst() {
    post("{\"tenant_id\": \"Tenant:123\", \"tenant_id\": \"Tenant:124\", \"phone_number\": \"+14155550123\"}")
        .isProblem(400, "body_malformed");
    post("{\"tenant_id\": \"Tenant:124\", \"tenant_id\": \"Tenant:123\", \"phone_number\": \"+14155550123\"}")
        .isProblem(400, "body_malformed");
    verifyNoInteractions(house.leads);
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
}
