package dev.latchkey.adapters.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of tokens per key, kept in this process: each node counts for itself. A bucket that was not used for a day is
 * full again whatever its limit, so it can be forgotten.
 */
public final class TokenBuckets implements ForLimitingRates {

  private static final long MOST_KEYS = 100_000;
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final TimeMeter time;
  private final Cache<Counted, Bucket> buckets;

  public TokenBuckets() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  TokenBuckets(TimeMeter time) {
    this.time = time;
    this.buckets = Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(LONGEST_WINDOW)
        .ticker(time::currentTimeNanos).build();
  }

  /** A changed limit is another bucket. */
  private record Counted(KeyId key, RateLimit limit) {}

  @Override
  public RateVerdict count(KeyId key, RateLimit limit) {
    ConsumptionProbe probe = bucket(key, limit).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new RateVerdict.Within(probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()))
        : new RateVerdict.Exceeded(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  @Override
  public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
    return Optional.of(count(key, limit));
  }

  @Override
  public RateVerdict foresee(KeyId key, RateLimit limit) {
    VerboseResult<EstimationProbe> estimate = bucket(key, limit).asVerbose().estimateAbilityToConsume(1);
    EstimationProbe probe = estimate.getValue();
    if (!probe.canBeConsumed()) {
      return new RateVerdict.Exceeded(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    Duration untilFullNow = Duration.ofNanos(estimate.getDiagnostics().calculateFullRefillingTime());
    Duration oneMore = limit.window().dividedBy(limit.requests());
    return new RateVerdict.Within(probe.getRemainingTokens() - 1, untilFullNow.plus(oneMore));
  }

  private Bucket bucket(KeyId key, RateLimit limit) {
    return buckets.get(new Counted(key, limit), this::full);
  }

  private Bucket full(Counted counted) {
    RateLimit limit = counted.limit();
    // The library refills no faster than one token per nanosecond.
    long refilled = Math.min(limit.requests(), limit.window().toNanos());
    return Bucket
        .builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit.requests()).refillGreedy(refilled, limit.window()))
        .withCustomTimePrecision(time)
        .build();
  }
}
