package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteStat;
import java.time.Duration;

/** A key and its current limit. The same key under another limit has the same bucket. */
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
   * Converts a bucket of another limit: the same number of requests counts as used, but at most twice this limit, so
   * that a key never waits much longer than its window.
   */
  RemoteBucketState carriedOver(RemoteBucketState other, long nowNanos) {
    other.refillAllBandwidth(nowNanos);
    long used = other.getConfiguration().getBandwidths()[0].getCapacity() - other.getAvailableTokens();
    RemoteBucketState carried = new RemoteBucketState(
        BucketState.createInitialState(bucket(), other.getState().getMathType(), nowNanos), new RemoteStat(0), null);
    carried.consume(Math.clamp(used, 0, MOST_CARRIED * limit.requests()));
    return carried;
  }

  /** Returns the longest time until the bucket is full again if nothing is taken from it. */
  Duration longestUntilFull(RemoteBucketState state) {
    return state.getAvailableTokens() < 0 ? limit.window().multipliedBy(MOST_CARRIED) : limit.window();
  }

  /** Returns the number of tokens per window. The library refills at most one token per nanosecond. */
  private long refilled() {
    return Math.min(limit.requests(), limit.window().toNanos());
  }

  /** Returns the time in which that many tokens are refilled. */
  Duration timeFor(long tokens) {
    return limit.window().multipliedBy(tokens).dividedBy(refilled());
  }

  /** Returns the number of tokens that a node leases at once for a key in demand. */
  long part() {
    return Math.max(1, limit.requests() / ForLimitingRates.PARTS);
  }

  /** Returns the minimum time between two queries of an empty bucket, regardless of the number of requests. */
  Duration rest() {
    Duration part = limit.window().dividedBy(ForLimitingRates.PARTS);
    return part.compareTo(LONGEST_REST) < 0 ? part : LONGEST_REST;
  }
}
