package dev.latchkey.adapters.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** Counts sign-in attempts per source in the memory of this node; nodes do not share counts. */
public final class SignInBuckets implements ForLimitingSignIns {

  private static final long MOST_SOURCES = 100_000;
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final TimeMeter time;
  private final Cache<Counted, Bucket> buckets;

  public SignInBuckets() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  SignInBuckets(TimeMeter time) {
    this.time = time;
    this.buckets = Caffeine.newBuilder().maximumSize(MOST_SOURCES).expireAfterAccess(LONGEST_WINDOW)
        .ticker(time::currentTimeNanos).build();
  }

  private record Counted(SignInSource source, RateLimit limit) {}

  @Override
  public Optional<Duration> count(SignInSource source, RateLimit limit) {
    ConsumptionProbe probe = bucket(source, limit).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  @Override
  public Optional<Duration> foresee(SignInSource source, RateLimit limit) {
    EstimationProbe probe = bucket(source, limit).estimateAbilityToConsume(1);
    return probe.canBeConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(SignInSource source, RateLimit limit) {
    return buckets.get(new Counted(source, limit), this::full);
  }

  private Bucket full(Counted counted) {
    RateLimit limit = counted.limit();
    return Bucket
        .builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.window()))
        .withCustomTimePrecision(time)
        .build();
  }
}
