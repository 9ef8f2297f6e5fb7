package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Metrics of the change feed and the cache: the age of the cache, the delay of changes, hits and misses. */
@Singleton
public final class FeedFigures {

  private static final String LOOK_UPS = "latchkey.credentials.lookups";

  private final Timer lag;

  public FeedFigures(MeterRegistry registry, CredentialCache memory) {
    this.lag = Timer.builder("latchkey.feed.lag")
        .description("From a change of a key or a tenant, by the clock of the node that made it, to its arrival here")
        .serviceLevelObjectives(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(150),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            CredentialCache.BOUND)
        .register(registry);
    Gauge.builder("latchkey.feed.age", memory, FeedFigures::seconds)
        .description("How long ago the last successful look at the change feed began")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("latchkey.credentials.held", memory, CredentialCache::size)
        .description("Keys that memory knows of, those included of which it knows that there are none")
        .register(registry);
    FunctionCounter.builder(LOOK_UPS, memory, CredentialCache::hits)
        .tag("answered", "memory")
        .description("Keys looked up")
        .register(registry);
    FunctionCounter.builder(LOOK_UPS, memory, CredentialCache::misses)
        .tag("answered", "store")
        .description("Keys looked up")
        .register(registry);
  }

  private static double seconds(CredentialCache memory) {
    return memory.age().map(age -> age.toNanos() / 1e9).orElse(Double.NaN);
  }

  /** Records the delay of a change. Differences between clocks can make it negative; it then counts as zero. */
  void arrived(Duration after) {
    lag.record(after.isNegative() ? Duration.ZERO : after);
  }
}
