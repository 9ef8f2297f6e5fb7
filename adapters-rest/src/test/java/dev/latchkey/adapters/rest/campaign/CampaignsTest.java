package dev.latchkey.adapters.rest.campaign;

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
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns are listed, created and read. */
@MicronautTest
class CampaignsTest {

  private static final String INBOUND = """
      {"name": "Spring", "type": "INBOUND", "assistant_id": "a", "tenant_voice_provider_id": "p",
       "dialer_type": "SINGLE"%s}
      """;

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID;

  private final Client client;
  private final FakePorts ports;

  CampaignsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.campaigns.create(any(), any())).thenReturn(new Creating.Created(Known.CAMPAIGN));
  }

  private Answer post(String json) {
    return client.send(client.withKey("/api/v2/voice-campaigns"), "POST", json);
  }

  @Test
  void whatTheKeyMayReadIsListed() {
    when(ports.campaigns.list(any(Caller.class), eq(new PageRequest(1, OptionalLong.empty()))))
        .thenReturn(new Page<>(List.of(Known.CAMPAIGN), OptionalLong.of(7)));

    Answer answer = client.send(client.withKey("/api/v2/voice-campaigns?limit=1"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/0/campaign_name").getStringValue()).isEqualTo(Known.CAMPAIGN.plan().name().value());
    assertThat(answer.at("/next_cursor").getStringValue()).isNotBlank();
  }

  @Test
  void aCampaignIsCreatedFromEveryField() {
    Answer answer = post("""
        {"name": " Spring ", "type": "OUTBOUND", "assistant_id": "a", "tenant_voice_provider_id": "p",
         "dialer_type": "POOL", "vapi_calling_entity": "SQUAD", "phone_number_id": "n", "phone_number_pool_id": "l",
         "start_date": "2030-02-01", "end_date": "2030-03-01", "timezone": "Europe/Berlin",
         "days_of_week": ["MONDAY", "FRIDAY"], "daily_start_time": "09:00", "daily_end_time": "17:30:15",
         "max_call_attempts": 3, "max_daily_attempts": 2, "min_gap_between_attempts": 30,
         "consider_voicemail_as_answered": true, "webhook_url": "https://example.org/hook", "unheard_of": {}}
        """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","message":"Campaign created successfully","data":{"campaign_id":"%s",\
                "campaign_name":"Spring","campaign_type":"INBOUND","campaign_status":"DRAFT"}}"""
                .formatted(Known.CAMPAIGN_ID));
    CampaignPlan plan = new CampaignPlan(
        new Name("Spring"),
        CampaignType.OUTBOUND,
        new Dialing("a", "p", DialerType.POOL, Optional.of(CallingEntity.SQUAD), Optional.of("n"), Optional.of("l")),
        new Schedule(
            Optional.of(LocalDate.of(2030, 2, 1)),
            Optional.of(LocalDate.of(2030, 3, 1)),
            Optional.of(new TimeZoneName("Europe/Berlin")),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(17, 30, 15)),
            OptionalInt.of(3),
            OptionalInt.of(2),
            OptionalInt.of(30)),
        true,
        Optional.of(new WebhookAddress("https://example.org/hook")));
    verify(ports.campaigns).create(argThat(scope -> scope.tenant().equals(Known.TENANT.id())), eq(plan));
  }

  @Test
  void anInboundCampaignNeedsOnlyTheFirstFive() {
    assertThat(post(INBOUND.formatted("")).status()).isEqualTo(201);
  }

  @Test
  void aPlanThatTheApplicationFindsUnsoundIsToldSoToo() {
    when(ports.campaigns.create(any(), any()))
        .thenReturn(new Creating.Unsound(List.of(new Violation("end_date", "not_after_start", "Later, please."))));
    post(INBOUND.formatted("")).isProblem(400, "validation_failed").hasFault("/end_date", "not_after_start");
  }

  @Test
  void aCampaignIsReadBackWithEveryFieldAndNullWhereNothingIsSet() {
    Answer answer = client.send(client.withKey(PATH));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","data":{"campaign_id":"%s","campaign_name":"Spring","campaign_type":"INBOUND",\
                "campaign_status":"DRAFT","name":"Spring","type":"INBOUND","assistant_id":"assistant",\
                "tenant_voice_provider_id":"provider","dialer_type":"SINGLE","vapi_calling_entity":null,\
                "phone_number_id":null,"phone_number_pool_id":null,"start_date":null,"end_date":null,"timezone":null,\
                "days_of_week":null,"daily_start_time":null,"daily_end_time":null,"max_call_attempts":null,\
                "max_daily_attempts":null,"min_gap_between_attempts":null,"consider_voicemail_as_answered":false,\
                "webhook_url":null,"created_at":"2030-01-31T12:00:00Z","updated_at":"2030-01-31T12:00:00Z"}}"""
                .formatted(Known.CAMPAIGN_ID));
  }

  @Test
  void aCampaignIsReadBackAsItWasSent() {
    CampaignPlan plan = new CampaignPlan(
        new Name("Summer"),
        CampaignType.OUTBOUND,
        new Dialing("a", "p", DialerType.POOL, Optional.of(CallingEntity.SQUAD), Optional.of("n"), Optional.of("l")),
        new Schedule(
            Optional.of(LocalDate.of(2030, 2, 1)),
            Optional.of(LocalDate.of(2030, 3, 1)),
            Optional.of(new TimeZoneName("Europe/Berlin")),
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(17, 30, 15)),
            OptionalInt.of(3),
            OptionalInt.of(2),
            OptionalInt.of(30)),
        true,
        Optional.of(new WebhookAddress("https://example.org/hook")));
    ports.access.know(
        new Campaign(
            Known.CAMPAIGN.id(), Known.TENANT.id(), plan, CampaignStatus.PAUSED, Known.NOW, Known.NOW.plusMillis(1500),
            2));

    assertThat(client.send(client.withKey(PATH + "/")).text())
        .isEqualTo(
            """
                {"status":"success","data":{"campaign_id":"%s","campaign_name":"Summer","campaign_type":"OUTBOUND",\
                "campaign_status":"PAUSED","name":"Summer","type":"OUTBOUND","assistant_id":"a",\
                "tenant_voice_provider_id":"p","dialer_type":"POOL","vapi_calling_entity":"SQUAD",\
                "phone_number_id":"n","phone_number_pool_id":"l","start_date":"2030-02-01","end_date":"2030-03-01",\
                "timezone":"Europe/Berlin","days_of_week":["MONDAY","FRIDAY","SUNDAY"],\
                "daily_start_time":"09:00:00","daily_end_time":"17:30:15","max_call_attempts":3,\
                "max_daily_attempts":2,"min_gap_between_attempts":30,"consider_voicemail_as_answered":true,\
                "webhook_url":"https://example.org/hook","created_at":"2030-01-31T12:00:00Z",\
                "updated_at":"2030-01-31T12:00:01.500Z"}}""".formatted(Known.CAMPAIGN_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vm9pY2VDYW1wYWlnbjo3OTA=", "VGVuYW50OjEyMw==", "nonsense", "%00", "VoiceCampaign:-1"})
  void aCampaignThatIsNotThereIsNotFound(String id) {
    String path = "/api/v2/voice-campaigns/" + id;
    client.send(client.withKey(path)).isProblem(404, "campaign_not_found");
    client.send(client.withKey(path), "PATCH", "{\"type\": \"INBOUND\"}").isProblem(404, "campaign_not_found");
    verifyNoInteractions(ports.campaigns);
  }

  @Test
  void aKeyThatMayNotIsRefusedBeforeTheBodyIsRead() {
    ports.access.know(Known.granted(Set.of(Permission.CAMPAIGNS_READ), CampaignAccess.EVERYWHERE), Known.TENANT);
    assertThat(client.send(client.withKey(PATH)).status()).isEqualTo(200);
    client.send(client.withKey(PATH), "PATCH", "{").isProblem(403, "permission_missing");

    ports.access.know(Known.granted(Set.of(Permission.CAMPAIGNS_WRITE), CampaignAccess.NONE), Known.TENANT);
    client.send(client.withKey(PATH)).isProblem(403, "permission_missing");
    client.send(client.withKey(PATH), "PATCH", "{").isProblem(403, "campaign_access_denied");
  }
}
