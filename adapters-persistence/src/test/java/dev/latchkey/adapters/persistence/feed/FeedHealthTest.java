package dev.latchkey.adapters.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FeedHealthTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CredentialCache memory = new CredentialCache(nanos::get, 1);

  @Test
  void aNodeThatNeverLookedAtTheFeedIsNotReady() {
    assertThat(status()).isEqualTo(HealthStatus.DOWN);
  }

  @Test
  void aNodeIsReadyAsLongAsItsViewIsFresh() {
    memory.confirm(nanos.get());
    assertThat(status()).isEqualTo(HealthStatus.UP);
    nanos.addAndGet(CredentialCache.BOUND.toNanos() - 1);
    assertThat(status()).isEqualTo(HealthStatus.UP);

    nanos.incrementAndGet();
    assertThat(status()).isEqualTo(HealthStatus.DOWN);
    memory.confirm(nanos.get());
    assertThat(status()).isEqualTo(HealthStatus.UP);
  }

  @Test
  void aNodeThatIsNotReadySaysWhenItLastReadTheFeed() {
    assertThat(result().getDetails())
        .isEqualTo(Map.of("reason", "The revocation feed was never read; one second is the most."));

    memory.confirm(nanos.get());
    nanos.addAndGet(1_500_000_000);

    assertThat(result().getDetails())
        .isEqualTo(Map.of("reason", "The revocation feed was read 1500 ms ago; one second is the most."));
  }

  private HealthStatus status() {
    return result().getStatus();
  }

  private HealthResult result() {
    return Mono.from(new FeedHealth(memory).getResult()).block();
  }
}
