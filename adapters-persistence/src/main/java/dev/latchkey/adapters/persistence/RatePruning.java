package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes buckets that would be full again: of keys that are not used, or that are gone. Where a node's clock is behind, the
 * minutes beyond keep what it still needs.
 */
@Singleton
final class RatePruning {

  static final Duration KEPT = Duration.ofMinutes(5);
  static final int BATCH = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(RatePruning.class);

  private final Database database;
  private final RateRepository buckets;
  private final InstantSource wallClock;

  @Inject
  RatePruning(Database database, RateRepository buckets) {
    this(database, buckets, InstantSource.system());
  }

  RatePruning(Database database, RateRepository buckets, InstantSource wallClock) {
    this.database = database;
    this.buckets = buckets;
    this.wallClock = wallClock;
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "5m")
  void prune() {
    Instant end = wallClock.instant().minus(KEPT);
    try {
      while (database.run(() -> buckets.removeSome(end, BATCH)) == BATCH) {
        LOG.debug("Pruned the buckets of rate limits");
      }
    } catch (StoreUnavailable e) {
      LOG.info("The buckets of rate limits were not pruned; that is tried again in a few minutes");
    }
  }
}
