package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.rate.RateVerdict;
import io.github.bucket4j.VerboseResult.Diagnostics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lease of a node on a key's limit: tokens taken from the shared bucket in advance, and the last known state of
 * that bucket. Moments are in nanoseconds of the monotonic clock.
 */
final class TokenLease {

  /** A key whose bucket was queried within this time is in demand. */
  private static final long LATELY = Duration.ofSeconds(1).toNanos();

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final LimitedKey key;
  private final long share;
  private final ReentrantLock asking = new ReentrantLock();
  private long tokens;
  private @Nullable Seen seen;

  TokenLease(LimitedKey key) {
    this.key = key;
    this.share = key.timeFor(1).toNanos();
  }

  /**
   * The state of the shared bucket when it was last read.
   *
   * @param at when the query began
   * @param left the number of tokens left
   * @param untilFull nanoseconds until the bucket is full if nothing is taken from it
   * @param untilNext nanoseconds for which the bucket need not be queried for another token; 0 where it has one
   */
  record Seen(long at, long left, long untilFull, long untilNext) {

    static Seen of(LimitedKey key, long at, Diagnostics bucket) {
      long left = bucket.getAvailableTokens();
      long untilFull = bucket.calculateFullRefillingTime();
      long untilNext = untilFull - key.timeFor(key.limit().requests() - 1L).toNanos();
      return new Seen(at, left, untilFull, left > 0 ? 0 : Math.max(untilNext, key.rest().toNanos()));
    }

    /** Creates the state of an unused bucket. */
    static Seen full(LimitedKey key, long at) {
      return new Seen(at, key.limit().requests(), 0, 0);
    }

    /** Returns the verdict on taking one token. */
    RateVerdict one(LimitedKey key) {
      return left > 0
          ? new RateVerdict.Within(left - 1, Duration.ofNanos(untilFull).plus(key.timeFor(1)))
          : new RateVerdict.Exceeded(Duration.ofNanos(untilNext));
    }
  }

  boolean isOf(LimitedKey other) {
    return key.equals(other);
  }

  /** Grants or refuses one request where the lease suffices to decide; empty where the bucket must be queried. */
  synchronized Optional<RateVerdict> spend(long now) {
    Optional<RateVerdict> verdict = foresee(now);
    if (tokens > 0) {
      tokens--;
    }
    return verdict;
  }

  /** Returns the verdict of {@link #spend} without spending a token. */
  synchronized Optional<RateVerdict> foresee(long now) {
    if (seen == null) {
      return Optional.empty();
    }
    if (tokens > 0) {
      long remaining = tokens - 1;
      long untilFull = seen.untilFull() - (now - seen.at()) - remaining * share;
      return Optional.of(new RateVerdict.Within(seen.left() + remaining, Duration.ofNanos(Math.max(0, untilFull))));
    }
    long wait = seen.untilNext() - (now - seen.at());
    return wait > 0 ? Optional.of(new RateVerdict.Exceeded(Duration.ofNanos(wait))) : Optional.empty();
  }

  /** Returns the number of tokens to request: one where the key is not in demand. */
  synchronized long wanted(long now) {
    return seen != null && now - seen.at() < LATELY ? key.part() : 1;
  }

  /** Adds the tokens taken from the bucket, and spends one on the current request. */
  synchronized RateVerdict receive(long taken, Seen bucket) {
    tokens += taken;
    seen = bucket;
    return spend(bucket.at()).orElseThrow();
  }

  /** Runs work exclusively, as the tokens that one caller takes may suffice for those that wait. */
  <T> T alone(Supplier<T> work) {
    try {
      if (!asking.tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoreUnavailable(new IllegalStateException("The store takes too long to count a request"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(e);
    }
    try {
      return work.get();
    } finally {
      asking.unlock();
    }
  }
}
