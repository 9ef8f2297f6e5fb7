package dev.latchkey.adapters.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts failures per source in the memory of this node, by the monotonic clock; nodes do not share counts. Only
 * sources with failures have entries, one per limit. Holds at least 100,000 sources with two limits; beyond that, the
 * sources with the fewest failures are evicted.
 */
public final class FailureBuckets implements ForLimitingFailures {

  private static final long MOST_BUCKETS = 200_000;

  /** Longer than any window, so that an entry evicted by age was full again. */
  private static final Duration KEPT_FOR = Duration.ofMinutes(2);

  private final TimeMeter time;
  private final Cache<Counted, Bucket> buckets;

  /**
   * Creates buckets that use the system's monotonic clock.
   *
   * @param dropped called for each source that is evicted because there are too many, on the thread of a request
   */
  public FailureBuckets(Runnable dropped) {
    this(TimeMeter.SYSTEM_NANOTIME, MOST_BUCKETS, dropped);
  }

  FailureBuckets(TimeMeter time, long mostBuckets, Runnable dropped) {
    this.time = time;
    this.buckets = Caffeine.newBuilder()
        .maximumSize(mostBuckets)
        .expireAfterAccess(KEPT_FOR)
        .ticker(time::currentTimeNanos)
        .executor(Runnable::run)
        .<Counted, Bucket>evictionListener((_, _, cause) -> {
          if (cause == RemovalCause.SIZE) {
            dropped.run();
          }
        })
        .build();
  }

  private record Counted(SignInSource source, RateLimit limit) {}

  @Override
  public Optional<Duration> count(SignInSource source, RateLimit limit) {
    ConsumptionProbe probe = buckets.get(new Counted(source, limit), this::full).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  @Override
  public Optional<Duration> foresee(SignInSource source, RateLimit limit) {
    Bucket bucket = buckets.getIfPresent(new Counted(source, limit));
    if (bucket == null) {
      return Optional.empty();
    }
    EstimationProbe probe = bucket.estimateAbilityToConsume(1);
    return probe.canBeConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket full(Counted counted) {
    RateLimit limit = counted.limit();
    return Bucket
        .builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.window()))
        .withCustomTimePrecision(time)
        .build();
  }
}
