package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/** A key and its limit. The same key under another limit has another bucket. */
record LimitedKey(KeyId key, RateLimit limit) {

  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  String rowId() {
    return key.value() + "/" + limit.requests() + "/" + limit.window().toSeconds();
  }

  BucketConfiguration bucket() {
    return BucketConfiguration
        .builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit.requests()).refillGreedy(refilled(), limit.window()))
        .build();
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
