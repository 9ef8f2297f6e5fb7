package dev.latchkey.adapters.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.domain.id.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Limits how many refusals of one key are noted: 20 at once, and one more for each second. Reckons by the times of the notes.
 * For each key it holds the moment at which all 20 will be there again.
 */
final class NoteRate {

  static final int AT_ONCE = 20;

  private static final long INTERVAL = Duration.ofSeconds(1).toNanos() / 1_000;
  private static final long MOST_KEYS = 100_000;

  private final Cache<KeyId, Long> wholeAt = Caffeine.newBuilder()
      .maximumSize(MOST_KEYS)
      .expireAfterWrite(Duration.ofMinutes(1))
      .executor(Runnable::run)
      .build();

  /** Whether one more note of the key is within its rate; counts it if so. */
  boolean takes(KeyId key, Instant at) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    long[] taken = new long[1];
    wholeAt.asMap().compute(key, (_, known) -> {
      long ahead = known == null ? 0 : known - now;
      // Further ahead than it can be: the clock was set back.
      long whole = ahead < 0 || ahead > AT_ONCE * INTERVAL ? now : now + ahead;
      taken[0] = whole + INTERVAL - now <= AT_ONCE * INTERVAL ? 1 : 0;
      return whole + taken[0] * INTERVAL;
    });
    return taken[0] == 1;
  }
}
