package dev.latchkey.adapters.rest.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.campaign.TimeZoneName;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values the fields of a new campaign accept. */
@MicronautTest
class CampaignFieldsTest {

  private static final String INBOUND = """
      {"name": "Spring", "type": "INBOUND", "assistant_id": "a", "tenant_voice_provider_id": "p",
       "dialer_type": "SINGLE"%s}
      """;

  private final Client client;
  private final FakePorts ports;

  CampaignFieldsTest(Client client, FakePorts ports) {
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
}
