package dev.latchkey.adapters.rest.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.domain.access.StoredKey;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@MicronautTest
class WhoAmITest {

  private final Client client;
  private final JsonMapper json;

  WhoAmITest(Client client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  @Test
  void aKeyIsToldItsRecordItsTenantAndWhatItMay() {
    Answer answer = client.send(client.withKey("/api/v2/auth/whoami"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("{\"status\":\"success\",\"data\":{").doesNotContain(Known.PLAIN.reveal());
    assertThat(answer.at("/data/key/id").getStringValue()).isEqualTo(Known.KEY_ID);
    assertThat(answer.at("/data/key/last_used_at").getStringValue())
        .as("by the clock of all records").isEqualTo(Known.NOW.truncatedTo(ChronoUnit.SECONDS).toString());
    assertThat(answer.at("/data/key/masked_key").getStringValue()).isEqualTo(Known.KEY.masked().value());
    assertThat(answer.at("/data/tenant").entries()).hasSize(3);
    assertThat(answer.at("/data/tenant/id").getStringValue()).isEqualTo(Known.TENANT_ID);
    assertThat(answer.at("/data/tenant/name").getStringValue()).isEqualTo("Acme");
    assertThat(answer.at("/data/tenant/status").getStringValue()).isEqualTo("ACTIVE");
    assertThat(answer.at("/data/permissions").size()).isEqualTo(4);
    assertThat(answer.at("/data/campaign_access/rules/0/campaigns/all").getBooleanValue()).isTrue();
  }

  @Test
  void theLastUseIsThatOfThisRequestOrOfOneOfTheLastThirtySeconds() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-31T12:00:00.5Z"));
    WhoAmIController controller = new WhoAmIController(json, now::get);
    StoredKey credential = new StoredKey(Known.KEY, Known.TENANT);

    assertThat(lastUse(controller, credential)).isEqualTo("2030-01-31T12:00:00Z");
    now.set(Instant.parse("2030-01-31T12:00:29.9Z"));
    assertThat(lastUse(controller, credential)).isEqualTo("2030-01-31T12:00:00Z");
    now.set(Instant.parse("2030-01-31T12:00:30Z"));
    assertThat(lastUse(controller, credential)).isEqualTo("2030-01-31T12:00:30Z");
    now.set(Instant.parse("2030-01-31T11:00:00Z"));
    assertThat(lastUse(controller, credential)).isEqualTo("2030-01-31T11:00:00Z");
  }

  private String lastUse(WhoAmIController controller, StoredKey credential) throws IOException {
    JsonNode answer = json.readValue(controller.body(credential), Argument.of(JsonNode.class));
    return answer.get("data").get("key").get("last_used_at").getStringValue();
  }
}
