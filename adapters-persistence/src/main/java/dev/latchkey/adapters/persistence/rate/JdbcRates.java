package dev.latchkey.adapters.persistence.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Limits rates with token buckets in the database. For a key in demand a node leases several tokens at once and spends
 * them without a query. An empty bucket is not queried again before it can have another token. Leased tokens were taken
 * from the bucket, so they count as used when the limit changes.
 */
@Singleton
final class JdbcRates implements ForLimitingRates {

  private static final long MOST_KEYS = 100_000;

  /**
   * Time without access after which a lease is evicted. The bucket is then full under any limit, so the tokens of the
   * lease are not lost.
   */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final SharedBuckets buckets;
  private final LongSupplier nanos;
  private final Cache<KeyId, TokenLease> hands;

  @Inject
  JdbcRates(Database database, RateRepository rows) {
    this(new SharedBuckets(database, rows, TimeMeter.SYSTEM_MILLISECONDS), System::nanoTime);
  }

  JdbcRates(SharedBuckets buckets, LongSupplier nanos) {
    this.buckets = buckets;
    this.nanos = nanos;
    this.hands = Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(LONGEST_WINDOW)
        .ticker(nanos::getAsLong).build();
  }

  @Override
  public RateVerdict count(KeyId id, RateLimit limit) {
    LimitedKey key = new LimitedKey(id, limit);
    TokenLease hand = lease(key);
    return hand.spend(nanos.getAsLong())
        .orElseGet(() -> hand.alone(() -> hand.spend(nanos.getAsLong()).orElseGet(() -> take(key, hand))));
  }

  private RateVerdict take(LimitedKey key, TokenLease hand) {
    long began = nanos.getAsLong();
    VerboseResult<Long> taken = buckets.use(key, bucket -> bucket.tryConsumeAsMuchAsPossible(hand.wanted(began)));
    return hand.receive(taken.getValue(), TokenLease.Seen.of(key, began, taken.getDiagnostics()));
  }

  @Override
  public Optional<RateVerdict> countAtOnce(KeyId id, RateLimit limit) {
    return lease(new LimitedKey(id, limit)).spend(nanos.getAsLong());
  }

  @Override
  public RateVerdict foresee(KeyId id, RateLimit limit) {
    LimitedKey key = new LimitedKey(id, limit);
    long now = nanos.getAsLong();
    return lease(key).foresee(now).orElseGet(() -> look(key, now).one(key));
  }

  /** Reads the bucket without creating one. */
  private TokenLease.Seen look(LimitedKey key, long now) {
    return buckets.hasBucketOf(key)
        ? buckets.use(key, bucket -> TokenLease.Seen.of(key, now, bucket.getAvailableTokens().getDiagnostics()))
        : TokenLease.Seen.full(key, now);
  }

  /**
   * Returns the lease of the key. A lease under another limit is replaced, as its state does not apply to this limit.
   */
  private TokenLease lease(LimitedKey key) {
    TokenLease hand = hands.get(key.key(), _ -> new TokenLease(key));
    if (hand.isOf(key)) {
      return hand;
    }
    TokenLease next = new TokenLease(key);
    hands.put(key.key(), next);
    return next;
  }
}
