package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiException;
import dev.latchkey.client.JSON;
import dev.latchkey.client.api.CampaignsApi;
import dev.latchkey.client.api.LeadsApi;
import dev.latchkey.client.api.LeadsV1Api;
import dev.latchkey.client.api.OperatorApiKeysApi;
import dev.latchkey.client.api.OperatorTenantsApi;
import dev.latchkey.client.model.CampaignChange;
import dev.latchkey.client.model.InputFault;
import dev.latchkey.client.model.Lead;
import dev.latchkey.client.model.LeadAdditions;
import dev.latchkey.client.model.LeadAlteration;
import dev.latchkey.client.model.LeadAlterationCustomFieldsValue;
import dev.latchkey.client.model.LeadAlterationV1;
import dev.latchkey.client.model.LeadChange;
import dev.latchkey.client.model.LeadReference;
import dev.latchkey.client.model.LeadReferenceV1;
import dev.latchkey.client.model.LeadRemoval;
import dev.latchkey.client.model.LeadUpdate;
import dev.latchkey.client.model.ListLeads200Response;
import dev.latchkey.client.model.NewApiKeyInput;
import dev.latchkey.client.model.NewCampaign;
import dev.latchkey.client.model.NewKey;
import dev.latchkey.client.model.NewLead;
import dev.latchkey.client.model.NewLeadV1;
import dev.latchkey.client.model.NewTenantInput;
import dev.latchkey.client.model.Problem;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A client that is generated from the description, and knows nothing else, gets done what the API is for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientFromTheDescriptionTest {

  private RunningServer server;
  private String tenant;
  private ApiClient holder;

  @BeforeAll
  void start(@TempDir Path folder) throws ApiException {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    ApiClient operator = with(Platform.TOKEN);
    tenant = new OperatorTenantsApi(operator).createTenant(new NewTenantInput().name("Acme"), "the-tenant")
        .getData().getId();
    NewKey key = new OperatorApiKeysApi(operator)
        .createTenantApiKey(tenant, new NewApiKeyInput().name("a key"), null).getData();
    assertThat(key.getPermissions()).contains("leads:read", "leads:write");
    assertThat(key.getCampaignAccess().getRules()).isNotEmpty();
    holder = with(key.getKey());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theFileThatAnswersAreHeldToIsWhatIsServed() {
    assertThat(server.client().get("/openapi.yaml").body()).isEqualTo(Described.yaml());
  }

  @Test
  void campaignsAreMadeReadAndChanged() throws ApiException {
    CampaignsApi campaigns = new CampaignsApi(holder);
    String id = campaign();

    assertThat(campaigns.updateCampaign(id, new CampaignChange().name("Renamed")).getData().getCampaignName())
        .isEqualTo("Renamed");
    assertThat(campaigns.getCampaign(id).getData().getAssistantId()).isEqualTo("a1");
    assertThat(campaigns.listCampaigns(100, null).getData()).isNotEmpty();
  }

  @Test
  void leadsAreAddedReadChangedAndRemoved() throws ApiException {
    LeadsApi leads = new LeadsApi(holder);
    String campaign = campaign();
    NewLead ada = new NewLead().phoneNumber("+14155550101").firstName("Ada")
        .putCustomFieldsItem("plan", new LeadAlterationCustomFieldsValue("gold"))
        .putCustomFieldsItem("customer_number", new LeadAlterationCustomFieldsValue("012"))
        .putCustomFieldsItem("seats", new LeadAlterationCustomFieldsValue(new BigDecimal(12)))
        .putCustomFieldsItem("trial", new LeadAlterationCustomFieldsValue(false));
    String id = leads.addLead(campaign, ada, null).getData().getCampaignLeadId();

    leads.updateLead(campaign, id, new LeadChange().lastName("Lovelace"));

    ListLeads200Response page = list(leads, campaign);
    assertThat(page.getNextCursor()).isNull();
    assertThat(page.getData()).singleElement().satisfies(lead -> {
      assertThat(lead.getCampaignLeadId()).isEqualTo(id);
      assertThat(lead.getLastName()).isEqualTo("Lovelace");
      assertThat(lead.getCustomFields().get("plan").getActualInstance()).isEqualTo("gold");
      assertThat(lead.getCustomFields().get("customer_number").getActualInstance()).isEqualTo("012");
      assertThat(lead.getCustomFields().get("seats").getActualInstance()).isEqualTo(new BigDecimal(12));
      assertThat(lead.getCustomFields().get("trial").getActualInstance()).isEqualTo(false);
    });
    leads.removeLead(campaign, id);
    assertThat(list(leads, campaign).getData()).isEmpty();
  }

  @Test
  void manyLeadsAreAddedChangedAndRemovedAtOnce() throws ApiException {
    LeadsApi leads = new LeadsApi(holder);
    String campaign = campaign();

    LeadAdditions added = leads.addLeads(
        campaign, List.of(new NewLead().phoneNumber("+14155550102"), new NewLead().phoneNumber("1")), null)
        .getData();
    assertThat(added.getAccepted()).isEqualTo(1);
    assertThat(added.getRejected()).singleElement()
        .satisfies(rejected -> assertThat(rejected.getCode()).isEqualTo("invalid_phone_number"));
    assertThat(leads.updateLeads(campaign, List.of(new LeadAlteration().phoneNumber("+14155550102")
        .doNotCall(true))).getResults()).singleElement().returns(true, LeadUpdate::getSuccess);
    assertThat(list(leads, campaign).getData()).singleElement().returns(true, Lead::getDoNotCall);
    assertThat(leads.removeLeads(campaign, List.of(new LeadReference().phoneNumber("+14155550102")))
        .getResults()).singleElement().returns(true, LeadRemoval::getSuccess);
    assertThat(list(leads, campaign).getData()).isEmpty();
  }

  @Test
  void theFirstVersionIsSpokenToo() throws ApiException {
    LeadsV1Api leads = new LeadsV1Api(holder);
    String campaign = campaign();

    leads.addLeadV1(campaign, new NewLeadV1().tenantId(tenant).phoneNumber("+14155550103"), null);
    leads.updateLeadV1(campaign, new LeadAlterationV1().phoneNumber("+14155550103").firstName("Ada"));
    assertThat(list(new LeadsApi(holder), campaign).getData()).singleElement()
        .returns("Ada", Lead::getFirstName);
    leads.removeLeadV1(campaign, new LeadReferenceV1().tenantId(tenant).phoneNumber("+14155550103"));
    assertThat(list(new LeadsApi(holder), campaign).getData()).isEmpty();
  }

  @Test
  void aRefusalIsReadAsAProblem() throws ApiException, JsonProcessingException {
    Problem unknown = problem(401, () -> list(new LeadsApi(with("lk_live_x")), "VoiceCampaign:1"));
    assertThat(unknown.getCode()).isEqualTo(Problem.CodeEnum.KEY_MALFORMED);
    assertThat(unknown.getStatus()).isEqualTo(401);
    assertThat(unknown.getRequestId()).isNotBlank();

    String campaign = campaign();
    Problem invalid = problem(400,
        () -> new LeadsApi(holder).addLead(campaign, new NewLead().phoneNumber("12"), null));
    assertThat(invalid.getCode()).isEqualTo(Problem.CodeEnum.VALIDATION_FAILED);
    assertThat(invalid.getErrors()).extracting(InputFault::getPointer).containsExactly("/phone_number");
  }

  /** A call of the generated client. */
  private interface Call {
    Object make() throws ApiException;
  }

  private Problem problem(int status, Call call) throws JsonProcessingException {
    ApiException refused = catchThrowableOfType(ApiException.class, call::make);
    assertThat(refused.getCode()).isEqualTo(status);
    return holder.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
  }

  private String campaign() throws ApiException {
    return new CampaignsApi(holder).createCampaign(
        new NewCampaign().name("Welcome calls").type(NewCampaign.TypeEnum.INBOUND).assistantId("a1")
            .tenantVoiceProviderId("p1").dialerType(NewCampaign.DialerTypeEnum.SINGLE),
        null).getData().getCampaignId();
  }

  private ApiClient with(String token) {
    // With the strict of the generator's two mappers: the other takes the text "012" for a number.
    ApiClient client = new ApiClient(
        HttpClient.newBuilder(), JSON.getDefault().getMapper(), server.url().toString());
    return client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
  }

  /** All leads, with no filter. */
  private static ListLeads200Response list(LeadsApi leads, String campaign) throws ApiException {
    return leads.listLeads(campaign, null, null, null, null, null, null, null);
  }
}
