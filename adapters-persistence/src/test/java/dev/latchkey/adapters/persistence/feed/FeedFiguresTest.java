package dev.latchkey.adapters.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.domain.id.KeyId;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedFiguresTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CredentialCache memory = new CredentialCache(nanos::get, 1);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FeedFigures figures = new FeedFigures(registry, memory);

  @Test
  void ageIsTheTimeInSecondsSinceTheLastReadOfTheFeed() {
    assertThat(registry.get("latchkey.feed.age").gauge().value()).isNaN();

    memory.confirm(0);
    nanos.set(1_500_000_000);

    assertThat(registry.get("latchkey.feed.age").gauge().value()).isEqualTo(1.5);
  }

  @Test
  void delayThatDifferentClocksMakeNegativeCountsAsZero() {
    figures.arrived(Duration.ofMillis(-5));
    figures.arrived(Duration.ofMillis(200));

    Timer lag = registry.get("latchkey.feed.lag").timer();
    assertThat(lag.count()).isEqualTo(2);
    assertThat(lag.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
  }

  @Test
  void lookUpsAreCountedByWhatAnsweredThem() {
    KeyId unknown = new KeyId(7);
    memory.confirm(0);
    memory.keep(memory.begin(unknown), Optional.empty());
    memory.recall(unknown);
    memory.recall(unknown);

    assertThat(lookUps("store")).isEqualTo(1);
    assertThat(lookUps("memory")).isEqualTo(2);
    assertThat(registry.get("latchkey.credentials.held").gauge().value()).isEqualTo(1);
  }

  private double lookUps(String answered) {
    return registry.get("latchkey.credentials.lookups").tag("answered", answered).functionCounter().count();
  }
}
