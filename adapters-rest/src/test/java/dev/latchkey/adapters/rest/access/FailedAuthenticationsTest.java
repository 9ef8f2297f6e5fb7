package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.kit.answer.RequestId;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressRange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedAuthenticationsTest {

  private static final Optional<InetAddress> FROM = AddressRange.address("2001:db8:0:0:0:0:0:7");

  private final List<String> log = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FailedAuthentications failures = new FailedAuthentications(meters, nanos::get, log::add);

  @Test
  void everyFailureIsCountedByItsReason() {
    for (int i = 0; i < 3; i++) {
      count(new Refusal.KeyInvalid());
    }
    count(new Refusal.TooManyFailures(Duration.ofSeconds(1)));

    assertThat(counted("key_invalid")).isEqualTo(3);
    assertThat(counted("too_many_failures")).isEqualTo(1);
    assertThat(counted("credentials_missing")).isZero();
  }

  @Test
  void aProvenKeyThatIsRefusedIsNoFailedAuthentication() {
    count(new Refusal.KeyDisabled());

    assertThat(meters.find("latchkey.failed.authentications").tag("reason", "key_disabled").counter()).isNull();
    assertThat(log).isEmpty();
  }

  @Test
  void theLogHasOneLineAReasonAndMinuteWithTheNumberSinceTheLast() {
    for (int i = 0; i < 1_000; i++) {
      count(new Refusal.KeyInvalid());
    }
    count(new Refusal.CredentialsMissing());
    assertThat(log).hasSize(2);
    assertThat(log.getFirst()).contains("key_invalid", ": 1.", "request-1", "2001:db8::7");

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    count(new Refusal.KeyInvalid());
    count(new Refusal.KeyInvalid());
    assertThat(log).hasSize(3);
    assertThat(log.getLast()).contains(": 1000.");
  }

  private void count(Refusal refusal) {
    failures.count(refusal, FROM, new RequestId("request-1"));
  }

  private double counted(String reason) {
    return meters.get("latchkey.failed.authentications").tag("reason", reason).counter().count();
  }
}
