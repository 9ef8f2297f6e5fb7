package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The limit of a key is the moment at which it is whole again, which every request moves on by its share of the window. One
 * statement counts, and no node takes anything in advance, so every limit is held exactly.
 */
@Singleton
final class PostgresRates implements ForLimitingRates {

  private static final long MOST_CARRIED = 2;

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
    Optional<Long> counted = database.together(sql -> {
      carryOver(sql, key, limit, now);
      return sql.one(
          """
              INSERT INTO rate_level AS r (key_id, requests, window_seconds, full_at) VALUES (?, ?, ?, ?)
              ON CONFLICT (key_id) DO UPDATE SET full_at = greatest(r.full_at, ?) + ?
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
          now + (limit.requests() - 1) * share(limit));
    });
    return counted.map(fullAt -> verdict(limit, fullAt - now)).orElseGet(() -> foresee(key, limit));
  }

  /** What was used under another limit stays used under this one, in requests, up to twice this limit. */
  private static int carryOver(Statements sql, KeyId key, RateLimit limit, long now) throws SQLException {
    return sql.change(
        """
            UPDATE rate_level SET requests = ?, window_seconds = ?, full_at = ? + ? * least(?,
              ceil(greatest(full_at - ?, 0) / greatest(1, window_seconds * 1000000000::bigint / requests)::numeric))::bigint
            WHERE key_id = ? AND (requests, window_seconds) <> (?, ?)""",
        limit.requests(),
        seconds(limit),
        now,
        share(limit),
        MOST_CARRIED * limit.requests(),
        now,
        key,
        limit.requests(),
        seconds(limit));
  }

  /** Every count is a statement, which takes a while. */
  @Override
  public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
    return Optional.empty();
  }

  @Override
  public RateVerdict foresee(KeyId key, RateLimit limit) {
    long now = now();
    Optional<Long> fullAt = database.together(sql -> {
      carryOver(sql, key, limit, now);
      return sql.one("SELECT full_at FROM rate_level WHERE key_id = ?", row -> row.number("full_at"), key);
    });
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
}
