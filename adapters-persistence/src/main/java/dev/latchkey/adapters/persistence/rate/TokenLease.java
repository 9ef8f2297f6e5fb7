package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.key.RateVerdict;
import io.github.bucket4j.VerboseResult.Diagnostics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a node has in hand of a key's limit: tokens that it took from the shared bucket in advance, and what it saw there.
 * Moments are nanoseconds by a clock that nobody sets.
 */
final class TokenLease {

  /** A key that was asked about so lately is in demand. */
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
   * The shared bucket as it was.
   *
   * @param at when the node began to ask
   * @param left how many tokens there were
   * @param untilFull how long it would take to be full again, if nobody took any
   * @param untilNext how long nobody needs to ask for another; nothing where there is one
   */
  record Seen(long at, long left, long untilFull, long untilNext) {

    static Seen of(LimitedKey key, long at, Diagnostics bucket) {
      long left = bucket.getAvailableTokens();
      long untilFull = bucket.calculateFullRefillingTime();
      long untilNext = untilFull - key.timeFor(key.limit().requests() - 1L).toNanos();
      return new Seen(at, left, untilFull, left > 0 ? 0 : Math.max(untilNext, key.rest().toNanos()));
    }

    /** A bucket that nobody has taken from. */
    static Seen full(LimitedKey key, long at) {
      return new Seen(at, key.limit().requests(), 0, 0);
    }

    /** What taking a single token gives. */
    RateVerdict one(LimitedKey key) {
      return left > 0
          ? new RateVerdict.Within(left - 1, Duration.ofNanos(untilFull).plus(key.timeFor(1)))
          : new RateVerdict.Exceeded(Duration.ofNanos(untilNext));
    }
  }

  boolean isOf(LimitedKey other) {
    return key.equals(other);
  }

  /** Lets one request through or refuses it, if that can be told without asking. */
  synchronized Optional<RateVerdict> spend(long now) {
    Optional<RateVerdict> verdict = foresee(now);
    if (tokens > 0) {
      tokens--;
    }
    return verdict;
  }

  /** What spending would give. */
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

  /** How many tokens to ask for: a key that is asked about now and then needs none in advance. */
  synchronized long wanted(long now) {
    return seen != null && now - seen.at() < LATELY ? key.part() : 1;
  }

  /** Adds what was taken from the bucket, and spends on the one request for which it was asked. */
  synchronized RateVerdict receive(long taken, Seen bucket) {
    tokens += taken;
    seen = bucket;
    return spend(bucket.at()).orElseThrow();
  }

  /** One asks and the others wait, for what it brings may do for all. */
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
