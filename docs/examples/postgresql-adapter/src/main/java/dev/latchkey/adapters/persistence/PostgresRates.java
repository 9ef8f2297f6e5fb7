package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each limit is the moment at which it is whole again, which every request moves on by its share of the window. One statement
 * counts, and no node takes anything in advance, so every limit is held exactly.
 */
@Singleton
final class PostgresRates implements ForLimitingRates {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresRates.class);
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private final Database database;
  private final InstantSource wallClock;

  @Inject
  PostgresRates(Database database) {
    this(database, InstantSource.system());
  }

  PostgresRates(Database database, InstantSource wallClock) {
    this.database = database;
    this.wallClock = wallClock;
  }

  @Override
  public RateVerdict count(KeyId key, RateLimit limit) {
    long now = now();
    Optional<Long> counted = database.run(
        sql -> sql.one(
            """
                INSERT INTO rate_level AS r (key_id, requests, window_seconds, full_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (key_id, requests, window_seconds) DO UPDATE SET full_at = greatest(r.full_at, ?) + ?
                WHERE greatest(r.full_at, ?) <= ?
                RETURNING full_at""",
            row -> row.number("full_at"),
            key,
            limit.requests(),
            seconds(limit),
            now + share(limit),
            now,
            share(limit),
            now,
            now + (limit.requests() - 1) * share(limit)));
    return counted.map(fullAt -> verdict(limit, fullAt - now)).orElseGet(() -> foresee(key, limit));
  }

  /** Every count is a statement, which takes a while. */
  @Override
  public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
    return Optional.empty();
  }

  @Override
  public RateVerdict foresee(KeyId key, RateLimit limit) {
    Optional<Long> fullAt = database.run(
        sql -> sql.one(
            "SELECT full_at FROM rate_level WHERE key_id = ? AND requests = ? AND window_seconds = ?",
            row -> row.number("full_at"),
            key,
            limit.requests(),
            seconds(limit)));
    long now = now();
    return verdict(limit, Math.max(0, fullAt.orElse(now) - now) + share(limit));
  }

  /** What one more request means, after which it would take so long until the limit is whole. */
  private static RateVerdict verdict(RateLimit limit, long untilFull) {
    long level = limit.requests() * share(limit) - untilFull;
    return level < 0
        ? new RateVerdict.Exceeded(Duration.ofNanos(-level))
        : new RateVerdict.Within(level / share(limit), Duration.ofNanos(untilFull));
  }

  /** How much of the window one request takes up. */
  private static long share(RateLimit limit) {
    return Math.max(1, limit.window().dividedBy(limit.requests()).toNanos());
  }

  private static int seconds(RateLimit limit) {
    return Math.toIntExact(limit.window().toSeconds());
  }

  private long now() {
    return ChronoUnit.NANOS.between(Instant.EPOCH, wallClock.instant());
  }

  /** Removes what is whole again, which is as good as nothing. */
  @Scheduled(fixedDelay = "5m", initialDelay = "5m")
  void prune() {
    try {
      database.run(sql -> sql.change("DELETE FROM rate_level WHERE full_at < ?", now() - CLOCKS_DIFFER_BY.toNanos()));
    } catch (StoreUnavailable e) {
      LOG.info("Limits that are whole again could not be removed; that is tried again in a few minutes");
    }
  }
}
