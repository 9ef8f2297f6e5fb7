package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.tenant.Session;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes past rows in small batches, also on a server that nobody calls. */
@Singleton
final class Pruning {

  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
  private static final Duration REFUSALS_KEPT = Duration.ofDays(7);
  private static final int BATCH = 1_000;

  private final Database database;

  Pruning(Database database) {
    this.database = database;
  }

  @Scheduled(fixedDelay = "${latchkey.jobs.pruning:1m}", initialDelay = "${latchkey.jobs.pruning:1m}")
  void prune() {
    Instant now = InstantSource.system().instant();
    Instant past = now.minus(CLOCKS_DIFFER_BY);
    Map.of(
        "remembered_answer WHERE remembered_till < ?", past,
        "session WHERE expires_at < ?", past,
        "session WHERE last_seen_at < ?", past.minus(Session.IDLE),
        "refused_request WHERE refused_at < ?", now.minus(REFUSALS_KEPT),
        "rate_level WHERE full_at < ?", ChronoUnit.NANOS.between(Instant.EPOCH, past)).forEach(this::prune);
  }

  private void prune(String rows, Object end) {
    String table = rows.substring(0, rows.indexOf(' '));
    String statement = "DELETE FROM " + table + " WHERE ctid IN (SELECT ctid FROM " + rows
        + " LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED)";
    try {
      int removed;
      do {
        removed = database.run(sql -> sql.change(statement, end));
      } while (removed == BATCH);
    } catch (StoreUnavailable e) {
      LOG.info("The table {} could not be pruned. The next attempt follows within a minute.", table);
    }
  }
}
