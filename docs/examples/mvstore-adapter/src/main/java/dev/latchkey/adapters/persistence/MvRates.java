package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The limit of a key is stored as the time at which it is fully available again. Every request advances it by its share
 * of the window. Counts are noted and not waited for: a process that is killed forgets those of the last second.
 */
@Singleton
final class MvRates implements ForLimitingRates {

  private final Store store;
  private final InstantSource wallClock;

  @Inject
  MvRates(Store store) {
    this(store, InstantSource.system());
  }

  MvRates(Store store, InstantSource wallClock) {
    this.store = store;
    this.wallClock = wallClock;
  }

  @Override
  public RateVerdict count(KeyId key, RateLimit limit) {
    return counted(key, limit, true);
  }

  /** Every count takes the lock of the store, which may have to be waited for. */
  @Override
  public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
    return Optional.empty();
  }

  @Override
  public RateVerdict foresee(KeyId key, RateLimit limit) {
    return counted(key, limit, false);
  }

  private RateVerdict counted(KeyId key, RateLimit limit, boolean counts) {
    long now = ChronoUnit.NANOS.between(Instant.EPOCH, wallClock.instant());
    return store.note(change -> {
      RateDocument before = change.view()
          .get(StoreMap.RATE_LEVEL, Key.of(key), RateDocument.class)
          .orElseGet(() -> RateDocument.unused(limit, now))
          .under(limit, now);
      RateVerdict verdict = verdict(limit, before.withOneMore().fullAt() - now);
      boolean isCounted = counts && verdict instanceof RateVerdict.Within;
      // Stored in any case: from a change of the limit on, what was used comes back by the new one.
      change.put(StoreMap.RATE_LEVEL, Key.of(key), isCounted ? before.withOneMore() : before);
      return verdict;
    });
  }

  /** The verdict on a request after which it takes this long until the whole limit is available. */
  private static RateVerdict verdict(RateLimit limit, long untilFull) {
    long share = RateDocument.share(limit);
    long level = limit.requests() * share - untilFull;
    return level < 0
        ? new RateVerdict.Exceeded(Duration.ofNanos(-level))
        : new RateVerdict.Within(level / share, Duration.ofNanos(untilFull));
  }
}
