package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what every node that is awake has read long ago from the change feed. A node that slept longer finds the gap and
 * forgets everything, so nothing depends on the clocks that the changes were made by.
 */
@Singleton
final class FeedPruning {

  static final Duration KEPT = Duration.ofMinutes(5);
  static final int BATCH = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(FeedPruning.class);

  private final Database database;
  private final ChangeRepository changes;
  private final InstantSource wallClock;

  @Inject
  FeedPruning(Database database, ChangeRepository changes) {
    this(database, changes, InstantSource.system());
  }

  FeedPruning(Database database, ChangeRepository changes, InstantSource wallClock) {
    this.database = database;
    this.changes = changes;
    this.wallClock = wallClock;
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "5m")
  void prune() {
    Instant end = wallClock.instant().minus(KEPT);
    try {
      while (pruneBatch(end)) {
        LOG.debug("Pruned the change feed");
      }
    } catch (StoreUnavailable e) {
      LOG.info("The change feed was not pruned; that is tried again in a few minutes");
    }
  }

  /** Removes the oldest rows, as far as they were made before that moment; tells whether there may be more. */
  private boolean pruneBatch(Instant end) {
    Optional<Long> last = database.run(() -> changes.lastOfTheOldest(BATCH, end));
    last.ifPresent(position -> database.run(() -> changes.removeUpTo(position)));
    return last.isPresent();
  }
}
