package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteStat;
import java.time.Duration;

/** A key and its present limit. The same key under another limit has the same bucket. */
public record LimitedKey(KeyId key, RateLimit limit) {

  private static final long MOST_CARRIED = 2;
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  public String rowId() {
    return rowId(key);
  }

  public static String rowId(KeyId key) {
    return Long.toString(key.value());
  }

  public BucketConfiguration bucket() {
    return BucketConfiguration
        .builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit.requests()).refillGreedy(refilled(), limit.window()))
        .build();
  }

  /**
   * A bucket under this limit that is used up as far as one under another limit: by as many requests, but by no more than twice
   * this limit, so that a key never waits much longer than its window.
   */
  RemoteBucketState carriedOver(RemoteBucketState other, long nowNanos) {
    other.refillAllBandwidth(nowNanos);
    long used = other.getConfiguration().getBandwidths()[0].getCapacity() - other.getAvailableTokens();
    RemoteBucketState carried = new RemoteBucketState(
        BucketState.createInitialState(bucket(), other.getState().getMathType(), nowNanos), new RemoteStat(0), null);
    carried.consume(Math.clamp(used, 0, MOST_CARRIED * limit.requests()));
    return carried;
  }

  /** At the latest then the bucket is full again, if nothing is taken from it. */
  Duration longestUntilFull(RemoteBucketState state) {
    return state.getAvailableTokens() < 0 ? limit.window().multipliedBy(MOST_CARRIED) : limit.window();
  }

  /** The library refills no faster than one token per nanosecond. */
  private long refilled() {
    return Math.min(limit.requests(), limit.window().toNanos());
  }

  /** How long it takes until so many tokens have come. */
  Duration timeFor(long tokens) {
    return limit.window().multipliedBy(tokens).dividedBy(refilled());
  }

  /** How many tokens a node takes at once where many are wanted. */
  long part() {
    return Math.max(1, limit.requests() / ForLimitingRates.PARTS);
  }

  /** How long a node leaves an empty bucket alone at least, however many requests come. */
  Duration rest() {
    Duration part = limit.window().dividedBy(ForLimitingRates.PARTS);
    return part.compareTo(LONGEST_REST) < 0 ? part : LONGEST_REST;
  }
}
