package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Rate limits of keys, and limits on failed authentications. */
@MicronautTest
class AccessLimitsTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final String TENANTS = "/api/platform/v1/tenants";

  private static final String OTHER_SECRET = new PlainKey(
      Known.PLAIN.environment(), Known.PLAIN.id(), KeySecret.drawn(_ -> 8)).reveal();

  private final Client client;
  private final FakePorts ports;

  AccessLimitsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  private Answer whoAmI(String authorization) {
    return client.send(client.to(WHOAMI).header("Authorization", authorization));
  }

  @Test
  void tooManyFailuresAreAnsweredWithTheTimeToWaitAndWithoutALookUp() {
    ports.access.failuresAreTooMany(Duration.ofMillis(41_500));
    for (Answer answer : List.of(
        whoAmI("Bearer " + OTHER_SECRET).isProblem(429, "too_many_failures"),
        client.send(client.to(TENANTS).header("Authorization", "Bearer " + OTHER_SECRET))
            .isProblem(429, "too_many_failures"))) {
      assertThat(answer.header("Retry-After")).hasValue("42");
      assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }
    assertThat(ports.access.lookedUpOn()).isEmpty();
  }

  @Test
  void whateverNeedsNoLookUpIsAnsweredAsUsualHoweverManyFailuresThereWere() {
    ports.access.failuresAreTooMany(Duration.ofSeconds(42));
    assertThat(client.send(client.withKey(WHOAMI)).status()).isEqualTo(200);
    client.send(client.to(WHOAMI)).isProblem(401, "credentials_missing");
    whoAmI("Basic abc").isProblem(401, "credentials_malformed");
    whoAmI("Bearer lk_live_abc").isProblem(401, "key_malformed");
    when(ports.tenants.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    assertThat(client.send(client.asOperator(TENANTS)).status()).isEqualTo(200);
  }

  @Test
  void whatIsLeftOfARateLimitIsToldWhateverTheAnswer() {
    ports.access.know(limited(), Known.TENANT);
    ports.access.count(new RateVerdict.Within(9, Duration.ofMillis(5_500)));
    Answer granted = client.send(client.withKey(WHOAMI));
    assertThat(granted.status()).isEqualTo(200);
    Answer unknown = client.send(client.withKey("/api/v2/voice-campaigns/nonsense/leads"))
        .isProblem(404, "campaign_not_found");
    for (Answer answer : List.of(granted, unknown)) {
      assertThat(answer.header("RateLimit-Policy")).hasValue("\"key\";q=10;w=60");
      assertThat(answer.header("RateLimit")).hasValue("\"key\";r=9;t=6");
      assertThat(answer.header("Retry-After")).isEmpty();
    }
  }

  @Test
  void whoeverIsOverTheLimitGetsNoFurther() {
    ports.access.know(limited(), Known.TENANT);
    ports.access.count(new RateVerdict.Exceeded(Duration.ofSeconds(7)));
    Answer answer = client.send(client.withKey(WHOAMI)).isProblem(429, "rate_limited");
    assertThat(answer.header("Retry-After")).hasValue("7");
    assertThat(answer.header("RateLimit-Policy")).hasValue("\"key\";q=10;w=60");
    assertThat(answer.header("RateLimit")).hasValue("\"key\";r=0;t=7");
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void aKeyWithoutALimitIsToldOfNone() {
    Answer answer = client.send(client.withKey(WHOAMI));
    assertThat(answer.header("RateLimit-Policy")).isEmpty();
    assertThat(answer.header("RateLimit")).isEmpty();
  }

  private static ApiKey limited() {
    KeyChange change = new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(Optional.of(new RateLimit(10, Duration.ofMinutes(1)))), FieldUpdate.keep(), FieldUpdate.keep());
    return Known.KEY.with(change.of(Known.KEY.settings()));
  }
}
