package dev.latchkey.adapters.rates;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import io.micronaut.context.annotation.Primary;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the memory of this server, so that no request waits for the store. It is for an installation with one
 * server: several would each grant the whole limit, and a restart forgets what was used.
 *
 * <p>{@link Primary} makes it replace the rates of the store's module, which has an implementation of the port too.
 */
@Primary
@Singleton
final class RatesInMemory implements ForLimitingRates {

  private static final long MOST_CARRIED = 2;

  private final LongSupplier nanos;
  private final ConcurrentMap<KeyId, Level> levels = new ConcurrentHashMap<>();

  @Inject
  RatesInMemory() {
    this(System::nanoTime);
  }

  RatesInMemory(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * What is used of a limit, as the time until the whole limit is available again.
   *
   * @param at the time of the last count, in nanoseconds
   * @param last the verdict of the last count
   */
  private record Level(RateLimit limit, long untilFull, long at, RateVerdict last) {

    /** Returns the verdict on one more request. */
    static RateVerdict verdict(RateLimit limit, long untilFull) {
      long after = untilFull + share(limit);
      long left = limit.requests() * share(limit) - after;
      return left < 0
          ? new RateVerdict.Exceeded(Duration.ofNanos(-left))
          : new RateVerdict.Within(left / share(limit), Duration.ofNanos(after));
    }

    static Level counted(RateLimit limit, long untilFull, long now) {
      RateVerdict verdict = verdict(limit, untilFull);
      return switch (verdict) {
        case RateVerdict.Within _ -> new Level(limit, untilFull + share(limit), now, verdict);
        case RateVerdict.Exceeded _ -> new Level(limit, untilFull, now, verdict);
      };
    }

    /** Returns the part of the window that one request uses. */
    static long share(RateLimit limit) {
      return Math.max(1, limit.window().dividedBy(limit.requests()).toNanos());
    }

    long untilFull(long now) {
      return Math.max(0, untilFull - (now - at));
    }

    /** Returns what is used under another limit: as many requests as under this one, up to twice that limit. */
    long untilFull(RateLimit other, long now) {
      if (other.equals(limit)) {
        return untilFull(now);
      }
      long used = Math.ceilDiv(untilFull(now), share(limit));
      return Math.min(used, MOST_CARRIED * other.requests()) * share(other);
    }
  }

  @Override
  public RateVerdict count(KeyId key, RateLimit limit) {
    long now = nanos.getAsLong();
    return levels.compute(key, (_, before) -> Level.counted(limit, used(before, limit, now), now)).last();
  }

  @Override
  public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
    return Optional.of(count(key, limit));
  }

  @Override
  public RateVerdict foresee(KeyId key, RateLimit limit) {
    return Level.verdict(limit, used(levels.get(key), limit, nanos.getAsLong()));
  }

  /** Removes the keys of which nothing is used; returns how many remain. */
  @Scheduled(fixedDelay = "1m")
  int forgetUnused() {
    long now = nanos.getAsLong();
    levels.values().removeIf(level -> level.untilFull(now) == 0);
    return levels.size();
  }

  private static long used(@Nullable Level before, RateLimit limit, long now) {
    return before == null ? 0 : before.untilFull(limit, now);
  }
}
