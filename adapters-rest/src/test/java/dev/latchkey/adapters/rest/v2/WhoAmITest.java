package dev.latchkey.adapters.rest.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.Client;
import dev.latchkey.adapters.rest.Client.Answer;
import dev.latchkey.adapters.rest.House;
import dev.latchkey.adapters.rest.Known;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class WhoAmITest {

  private final Client client;
  private final House house;

  WhoAmITest(Client client, House house) {
    this.client = client;
    this.house = house;
  }

  @BeforeEach
  void reset() {
    house.reset();
  }

  @Test
  void aKeyIsToldItsRecordItsTenantAndWhatItMay() {
    Answer answer = client.send(client.withKey("/api/v2/auth/whoami"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("{\"status\":\"success\",\"data\":{").doesNotContain(Known.PLAIN.reveal());
    assertThat(answer.at("/data/key/id").getStringValue()).isEqualTo(Known.KEY_ID);
    assertThat(answer.at("/data/key/masked_key").getStringValue()).isEqualTo(Known.KEY.masked().value());
    assertThat(answer.at("/data/tenant").entries()).hasSize(3);
    assertThat(answer.at("/data/tenant/id").getStringValue()).isEqualTo(Known.TENANT_ID);
    assertThat(answer.at("/data/tenant/name").getStringValue()).isEqualTo("Acme");
    assertThat(answer.at("/data/tenant/status").getStringValue()).isEqualTo("ACTIVE");
    assertThat(answer.at("/data/permissions").size()).isEqualTo(4);
    assertThat(answer.at("/data/campaign_access/rules/0/campaigns/all").getBooleanValue()).isTrue();
  }
}
