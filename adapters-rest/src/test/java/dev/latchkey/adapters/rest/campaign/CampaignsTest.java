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
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.DialingChange;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.ScheduleChange;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    when(ports.campaigns.change(any(), any())).thenReturn(new Changing.Changed(Known.CAMPAIGN));
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
  void everythingThatIsMissingIsToldAtOnce() {
    Answer answer = post("{\"type\": \"OUTBOUND\", \"start_date\": \"tomorrow\"}").isProblem(400, "validation_failed");
    answer.hasFault("/start_date", "invalid_date");
    for (String name : List.of(
        "name", "assistant_id", "tenant_voice_provider_id", "dialer_type", "timezone", "days_of_week",
        "daily_start_time", "daily_end_time", "max_call_attempts", "max_daily_attempts", "min_gap_between_attempts")) {
      answer.hasFault("/" + name, "required");
    }
    assertThat(answer.at("/errors").size()).isEqualTo(12);
    verifyNoInteractions(ports.campaigns);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "name": ""                                                 | /name                     | invalid_name
      "type": "SIDEWAYS"                                         | /type                     | not_one_of
      "type": ["INBOUND"]                                        | /type                     | wrong_type
      "assistant_id": ""                                         | /assistant_id             | too_short
      "start_date": "2030-02-30"                                 | /start_date               | invalid_date
      "start_date": "30-1-1"                                     | /start_date               | invalid_date
      "start_date": "2030-02-02", "end_date": "2030-02-02"       | /end_date                 | not_after_start
      "timezone": "Mars/Olympus"                                 | /timezone                 | invalid_timezone
      "timezone": "+02:00"                                       | /timezone                 | invalid_timezone
      "days_of_week": "MONDAY"                                   | /days_of_week             | wrong_type
      "days_of_week": []                                         | /days_of_week             | out_of_range
      "days_of_week": ["MONDAY", "someday"]                      | /days_of_week/1           | not_one_of
      "daily_start_time": "25:00"                                | /daily_start_time         | invalid_time
      "daily_start_time": "9:00"                                 | /daily_start_time         | invalid_time
      "max_call_attempts": 0                                     | /max_call_attempts        | too_low
      "max_call_attempts": 1.5                                   | /max_call_attempts        | wrong_type
      "max_call_attempts": "3"                                   | /max_call_attempts        | wrong_type
      "max_call_attempts": 3000000000                            | /max_call_attempts        | out_of_range
      "max_call_attempts": 99999999999999999999999999            | /max_call_attempts        | out_of_range
      "min_gap_between_attempts": 2                              | /min_gap_between_attempts | too_low
      "phone_number_pool_id": "l"                                | /phone_number_pool_id     | not_allowed
      "consider_voicemail_as_answered": "yes"                    | /consider_voicemail_as_answered | wrong_type
      "webhook_url": "http://example.org"                        | /webhook_url              | not_https
      "webhook_url": "https:"                                    | /webhook_url              | invalid_url
      "webhook_url": "not a url"                                 | /webhook_url              | invalid_url
      "webhook_url": ""                                          | /webhook_url              | too_short
      "webhook_url": ["https://example.org"]                     | /webhook_url              | wrong_type
      "webhook_url": "https://a:b@example.org"                   | /webhook_url              | user_info_not_allowed
      "webhook_url": "https://169.254.169.254/latest"            | /webhook_url              | address_not_public
      "webhook_url": "https://localhost:8443/"                   | /webhook_url              | address_not_public
      "webhook_url": "https://crm.lan/"                          | /webhook_url              | address_not_public
      "webhook_url": "https://crm.home/"                         | /webhook_url              | address_not_public
      "webhook_url": "https://crm.corp/"                         | /webhook_url              | address_not_public
      "webhook_url": "https://crm.shop.svc/"                     | /webhook_url              | address_not_public
      "webhook_url": "https://crm.shop.svc.cluster.local/"       | /webhook_url              | address_not_public
      "webhook_url": "https://crm.localdomain/"                  | /webhook_url              | address_not_public
      "webhook_url": "https://crm.home.arpa/"                    | /webhook_url              | address_not_public
      "webhook_url": "https://crm.internal/"                     | /webhook_url              | address_not_public
      "webhook_url": "https://crm.intranet./"                    | /webhook_url              | address_not_public
      "webhook_url": "https://crm.mail/"                         | /webhook_url              | address_not_public
      "webhook_url": "https://crm.private/"                      | /webhook_url              | address_not_public
      "webhook_url": "https://crm/"                              | /webhook_url              | address_not_public
      "timezone": "SystemV/PST8"                                 | /timezone                 | invalid_timezone
      "timezone": "ACT"                                          | /timezone                 | invalid_timezone
      "timezone": "europe/berlin"                                | /timezone                 | invalid_timezone
      "assistant_id": "\\u0000"                                  | /assistant_id             | invalid_reference
      "phone_number_id": "\\ud800"                               | /phone_number_id          | not_text
      """)
  void whatDoesNotFitIsNamed(String member, String pointer, String code) {
    String name = member.substring(1, member.indexOf('"', 1));
    String others = INBOUND.formatted("").replaceFirst("\"" + name + "\": \"[^\"]*\",? ?", "");
    post(others.strip().substring(0, others.strip().length() - 1) + ", " + member + "}")
        .isProblem(400, "validation_failed")
        .hasFault(pointer, code);
    verifyNoInteractions(ports.campaigns);
  }

  @Test
  void aPlanThatTheApplicationFindsUnsoundIsToldSoToo() {
    when(ports.campaigns.create(any(), any()))
        .thenReturn(new Creating.Unsound(List.of(new Violation("end_date", "not_after_start", "Later, please."))));
    post(INBOUND.formatted("")).isProblem(400, "validation_failed").hasFault("/end_date", "not_after_start");
  }

  private Answer patch(String json) {
    return client.send(client.withKey(PATH), "PATCH", json);
  }

  private static CampaignChange change(DialingChange dialing, ScheduleChange schedule) {
    return new CampaignChange(FieldUpdate.keep(), dialing, schedule, FieldUpdate.keep(), FieldUpdate.keep());
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

  @ParameterizedTest
  @ValueSource(strings = {"MST", "EST", "HST", "ROC", "UTC", "US/Pacific", "Etc/GMT+12", "Europe/Kyiv"})
  void everyNameOfTheIanaTimeZonesIsTaken(String zone) {
    assertThat(post(INBOUND.formatted(", \"timezone\": \"%s\"".formatted(zone))).status()).isEqualTo(201);
    verify(ports.campaigns).create(
        any(), argThat(plan -> plan.schedule().timezone().equals(Optional.of(new TimeZoneName(zone)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "https://shop.com/", "https://b\u00fccher.de/", "https://x.xn--p1ai/", "https://shop.museum/",
      "https://shop.dev/",
      "https://shop.example/", "https://lan.org/"})
  void aWebhookUnderAnyDelegatedTopLevelDomainIsTaken(String url) {
    assertThat(post(INBOUND.formatted(", \"webhook_url\": \"%s\"".formatted(url))).status()).isEqualTo(201);
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
