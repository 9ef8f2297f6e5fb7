package dev.latchkey.adapters.persistence.refusal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.refusal.NoteRate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The record rate of each key that had a refused request recorded within a minute. */
final class NoteRates {

  private static final long MOST_KEYS = 100_000;

  private final Cache<KeyId, NoteRate> rates = Caffeine.newBuilder()
      .maximumSize(MOST_KEYS)
      .expireAfterWrite(Duration.ofMinutes(1))
      .executor(Runnable::run)
      .build();

  /** Counts one more record of the key if it is within its rate. Returns whether it is. */
  boolean takes(KeyId key, Instant at) {
    boolean[] taken = new boolean[1];
    rates.asMap().compute(key, (_, known) -> {
      NoteRate rate = known == null ? NoteRate.UNUSED : known;
      Optional<NoteRate> after = rate.afterNoteAt(at);
      taken[0] = after.isPresent();
      return after.orElse(rate);
    });
    return taken[0];
  }
}
