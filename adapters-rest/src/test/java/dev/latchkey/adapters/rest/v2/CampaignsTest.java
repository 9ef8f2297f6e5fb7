package dev.latchkey.adapters.rest.v2;

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
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.Fault;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest
class CampaignsTest {

  private static final String INBOUND = """
      {"name": "Spring", "type": "INBOUND", "assistant_id": "a", "tenant_voice_provider_id": "p",
       "dialer_type": "SINGLE"%s}
      """;

  private final Client client;
  private final House house;

  CampaignsTest(Client client, House house) {
    this.client = client;
    this.house = house;
  }

  @BeforeEach
  void reset() {
    house.reset();
    when(house.campaigns.create(any(), any())).thenReturn(new Creating.Created(Known.CAMPAIGN));
  }

  private Answer post(String json) {
    return client.send(client.withKey("/api/v2/voice-campaigns"), "POST", json);
  }

  @Test
  void whatTheKeyMayReadIsListed() {
    when(house.campaigns.list(any(), eq(new PageRequest(1, OptionalLong.empty()))))
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
            Optional.of(ZoneId.of("Europe/Berlin")),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(17, 30, 15)),
            OptionalInt.of(3),
            OptionalInt.of(2),
            OptionalInt.of(30)),
        true,
        Optional.of(URI.create("https://example.org/hook")));
    verify(house.campaigns).create(argThat(scope -> scope.tenant().equals(Known.TENANT.id())), eq(plan));
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
    verifyNoInteractions(house.campaigns);
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
      """)
  void whatDoesNotFitIsNamed(String member, String pointer, String code) {
    String name = member.substring(1, member.indexOf('"', 1));
    String others = INBOUND.formatted("").replaceFirst("\"" + name + "\": \"[^\"]*\",? ?", "");
    post(others.strip().substring(0, others.strip().length() - 1) + ", " + member + "}")
        .isProblem(400, "validation_failed")
        .hasFault(pointer, code);
    verifyNoInteractions(house.campaigns);
  }

  @Test
  void aPlanThatTheApplicationFindsUnsoundIsToldSoToo() {
    when(house.campaigns.create(any(), any()))
        .thenReturn(new Creating.Unsound(List.of(new Fault("end_date", "not_after_start", "Later, please."))));
    post(INBOUND.formatted("")).isProblem(400, "validation_failed").hasFault("/end_date", "not_after_start");
  }
}
