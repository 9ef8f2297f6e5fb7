package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.Written;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was noted, removes past entries in small batches, and keeps the file small. */
@Singleton
final class Maintenance {

  private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Duration REFUSALS_KEPT = Duration.ofDays(7);
  private static final int BATCH = 1_000;

  private final Store store;

  Maintenance(Store store) {
    this.store = store;
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void writeNoted() {
    try {
      store.writeNoted();
    } catch (StoreUnavailable e) {
      LOG.warn("What was noted in the last second could not be written");
    }
  }

  @Scheduled(fixedDelay = "${latchkey.jobs.pruning:1m}", initialDelay = "${latchkey.jobs.pruning:1m}")
  void prune() {
    prune(InstantSource.system().instant());
  }

  void prune(Instant now) {
    Instant past = now.minus(GRACE);
    long pastNanos = ChronoUnit.NANOS.between(Instant.EPOCH, past);
    try {
      prune(
          List.of(StoreMap.ANSWER, StoreMap.ANSWER_TEXT),
          entry -> entry.as(AnswerDocument.class).till().isBefore(past));
      prune(List.of(StoreMap.SESSION), entry -> entry.as(SessionDocument.class).isOverAt(past));
      prune(
          List.of(StoreMap.REFUSED_REQUEST),
          entry -> entry.as(RefusalDocument.class).at().isBefore(now.minus(REFUSALS_KEPT)));
      prune(List.of(StoreMap.RATE_LEVEL), entry -> entry.as(RateDocument.class).fullAt() < pastNanos);
      store.compact();
    } catch (StoreUnavailable e) {
      LOG.info("Past entries could not be removed. The next attempt follows within a minute.");
    }
  }

  /** Removes the past entries of the first map, and those of the other maps that have the same keys. */
  private void prune(List<StoreMap> maps, Predicate<Entry> isPast) {
    StoreMap first = maps.getFirst();
    List<Key> keys = store.read(
        view -> view.under(first, Key.ROOT).filter(isPast).map(Entry::key).toList());
    keys.stream()
        .gather(Gatherers.windowFixed(BATCH))
        .forEach(batch -> store.note(change -> {
          batch.stream()
              // It may have changed since it was read.
              .filter(key -> isStillPast(change.view(), first, key, isPast))
              .forEach(key -> maps.forEach(map -> change.remove(map, key)));
          return Written.DONE;
        }));
  }

  private static boolean isStillPast(View view, StoreMap map, Key key, Predicate<Entry> isPast) {
    return view.json(map, key).map(json -> new Entry(key, json)).filter(isPast).isPresent();
  }
}
