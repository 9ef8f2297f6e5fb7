package dev.latchkey.adapters.rest.campaign;

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
import dev.latchkey.application.port.in.ForManagingCampaigns.Changing;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.DialingChange;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.ScheduleChange;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns are changed. */
@MicronautTest
class CampaignUpdateTest {

  private static final String PATH = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID;

  private final Client client;
  private final FakePorts ports;

  CampaignUpdateTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.campaigns.create(any(), any())).thenReturn(new Creating.Created(Known.CAMPAIGN));
    when(ports.campaigns.change(any(), any())).thenReturn(new Changing.Changed(Known.CAMPAIGN));
  }

  private Answer post(String json) {
    return client.send(client.withKey("/api/v2/voice-campaigns"), "POST", json);
  }

  private Answer patch(String json) {
    return client.send(client.withKey(PATH), "PATCH", json);
  }

  private static CampaignChange change(DialingChange dialing, ScheduleChange schedule) {
    return new CampaignChange(FieldUpdate.keep(), dialing, schedule, FieldUpdate.keep(), FieldUpdate.keep());
  }

  @Test
  void everyFieldThatCanBeChangedIsChanged() {
    Answer answer = patch("""
        {"name": " Summer ", "assistant_id": "a2", "tenant_voice_provider_id": "p2", "dialer_type": "POOL",
         "phone_number_id": "n2", "phone_number_pool_id": "l2", "timezone": "Europe/Berlin",
         "days_of_week": ["SUNDAY"], "daily_start_time": "10:00", "daily_end_time": "11:00:01",
         "max_call_attempts": 4, "max_daily_attempts": 5, "min_gap_between_attempts": 6,
         "consider_voicemail_as_answered": true, "webhook_url": "https://example.org/new", "unheard_of": []}
        """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","message":"Campaign updated successfully","data":{"campaign_id":"%s",\
                "campaign_name":"Spring","campaign_type":"INBOUND","campaign_status":"DRAFT"}}"""
                .formatted(Known.CAMPAIGN_ID));
    CampaignChange change = new CampaignChange(
        FieldUpdate.to(new Name("Summer")),
        new DialingChange(
            FieldUpdate.to("a2"), FieldUpdate.to("p2"), FieldUpdate.to(DialerType.POOL),
            FieldUpdate.to(Optional.of("n2")),
            FieldUpdate.to(Optional.of("l2"))),
        new ScheduleChange(
            FieldUpdate.to(Optional.of(new TimeZoneName("Europe/Berlin"))),
            FieldUpdate.to(Set.of(DayOfWeek.SUNDAY)),
            FieldUpdate.to(Optional.of(LocalTime.of(10, 0))),
            FieldUpdate.to(Optional.of(LocalTime.of(11, 0, 1))),
            FieldUpdate.to(OptionalInt.of(4)),
            FieldUpdate.to(OptionalInt.of(5)),
            FieldUpdate.to(OptionalInt.of(6))),
        FieldUpdate.to(true),
        FieldUpdate.to(Optional.of(new WebhookAddress("https://example.org/new"))));
    verify(ports.campaigns).change(argThat(scope -> scope.campaign().equals(Known.CAMPAIGN)), eq(change));
  }

  @Test
  void whatNeedNotBeThereIsClearedWithNull() {
    Answer answer = patch("""
        {"phone_number_id": null, "phone_number_pool_id": null, "timezone": null, "days_of_week": null,
         "daily_start_time": null, "daily_end_time": null, "max_call_attempts": null, "max_daily_attempts": null,
         "min_gap_between_attempts": null, "consider_voicemail_as_answered": null, "webhook_url": null}
        """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    CampaignChange change = new CampaignChange(
        FieldUpdate.keep(),
        new DialingChange(
            FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(Optional.empty()),
            FieldUpdate.to(Optional.empty())),
        new ScheduleChange(
            FieldUpdate.to(Optional.empty()),
            FieldUpdate.to(Set.of()),
            FieldUpdate.to(Optional.empty()),
            FieldUpdate.to(Optional.empty()),
            FieldUpdate.to(OptionalInt.empty()),
            FieldUpdate.to(OptionalInt.empty()),
            FieldUpdate.to(OptionalInt.empty())),
        FieldUpdate.to(false),
        FieldUpdate.to(Optional.empty()));
    verify(ports.campaigns).change(any(), eq(change));
  }

  @Test
  void aRecordIsCopiedOrSentBackWhole() {
    String record = """
        {"campaign_id": "%s", "campaign_name": "Spring", "campaign_type": "INBOUND", "campaign_status": "DRAFT",
         "name": "Summer", "type": "INBOUND", "assistant_id": "assistant", "tenant_voice_provider_id": "provider",
         "dialer_type": "SINGLE", "vapi_calling_entity": null, "phone_number_id": null, "start_date": null,
         "end_date": null, "timezone": null, "status": "DRAFT", "created_at": 1, "updated_at": 2, "version": 3}
        """.formatted(Known.CAMPAIGN_ID);
    assertThat(patch(record).status()).isEqualTo(200);
    verify(ports.campaigns).change(any(), argThat(change -> change.name().equals(FieldUpdate.to(new Name("Summer")))));
    assertThat(post(record).status()).isEqualTo(201);
  }

  @Test
  void aStoredValueThatIsSentBackStaysWhateverTheRulesAreByNow() {
    CampaignPlan plan = new CampaignPlan(
        Known.CAMPAIGN.plan().name(),
        CampaignType.INBOUND,
        Known.CAMPAIGN.plan().dialing(),
        new Schedule(
            Optional.empty(), Optional.empty(), Optional.of(new TimeZoneName("SystemV/PST8")), Set.of(),
            Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
        false,
        Optional.of(new WebhookAddress("https://crm.lan/")));
    ports.access.know(
        new Campaign(
            Known.CAMPAIGN.id(), Known.TENANT.id(), plan, CampaignStatus.DRAFT, Known.NOW, Known.NOW, 2));
    assertThat(patch("{\"timezone\": \"SystemV/PST8\", \"webhook_url\": \"https://crm.lan/\"}").status())
        .isEqualTo(200);
    verify(ports.campaigns).change(
        any(), argThat(change -> change.of(plan).equals(plan)));
    patch("{\"timezone\": \"SystemV/EST5\"}").isProblem(400, "validation_failed");
  }

  @Test
  void whatIsNotNamedStays() {
    assertThat(patch("{}").status()).isEqualTo(200);
    verify(ports.campaigns).change(any(), eq(change(DialingChange.NONE, ScheduleChange.NONE)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "type": "OUTBOUND"                           | /type                     | unchangeable
      "vapi_calling_entity": "SQUAD"               | /vapi_calling_entity      | unchangeable
      "status": "ACTIVE"                           | /status                   | unchangeable
      "campaign_status": "ACTIVE"                  | /campaign_status          | unchangeable
      "campaign_name": "Summer"                    | /campaign_name            | unchangeable
      "campaign_type": "OUTBOUND"                  | /campaign_type            | unchangeable
      "campaign_id": "VoiceCampaign:790"           | /campaign_id              | unchangeable
      "campaignName": "Summer"                     | /campaignName             | unchangeable
      "assistantId": "a2"                          | /assistantId              | unchangeable
      "timezone": "SystemV/PST8"                   | /timezone                 | invalid_timezone
      "webhook_url": "https://crm.lan/"            | /webhook_url              | address_not_public
      "start_date": "2030-02-01"                   | /start_date               | unchangeable
      "end_date": 1                                | /end_date                 | unchangeable
      "name": null                                 | /name                     | not_null
      "name": ""                                   | /name                     | invalid_name
      "assistant_id": null                         | /assistant_id             | not_null
      "assistant_id": "\\n"                        | /assistant_id             | invalid_reference
      "tenant_voice_provider_id": null             | /tenant_voice_provider_id | not_null
      "dialer_type": null                          | /dialer_type              | not_null
      "phone_number_pool_id": "l"                  | /phone_number_pool_id     | not_allowed
      "days_of_week": []                           | /days_of_week             | out_of_range
      "max_call_attempts": 0                       | /max_call_attempts        | too_low
      "min_gap_between_attempts": 2                | /min_gap_between_attempts | too_low
      "daily_start_time": "10:00", "daily_end_time": "09:00" | /daily_end_time | not_after_start
      "webhook_url": "http://example.org"          | /webhook_url              | not_https
      "webhook_url": "https://10.0.0.1/"           | /webhook_url              | address_not_public
      """)
  void whatCannotBeChangedSoIsNamed(String member, String pointer, String code) {
    Answer answer = patch("{" + member + "}").isProblem(400, "validation_failed").hasFault(pointer, code);
    assertThat(answer.at("/errors").size()).isEqualTo(1);
    verifyNoInteractions(ports.campaigns);
  }

  @Test
  void aBodyThatIsNoChangeIsRefused() {
    patch("[]").isProblem(400, "validation_failed").hasFault("", "wrong_type");
    patch("{").isProblem(400, "body_malformed");
    verify(ports.campaigns, never()).change(any(), any());
  }

  @Test
  void aChangeThatTheApplicationFindsUnsoundIsToldSoToo() {
    when(ports.campaigns.change(any(), any()))
        .thenReturn(
            new Changing.Unsound(List.of(new Violation("timezone", "required", "An OUTBOUND campaign needs it."))));
    client.send(client.withKey(PATH), "PATCH", "{}").isProblem(400, "validation_failed")
        .hasFault("/timezone", "required");
  }
}
