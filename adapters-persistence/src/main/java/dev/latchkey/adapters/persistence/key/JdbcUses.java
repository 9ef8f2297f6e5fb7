package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.jdbc.Figures;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.domain.id.KeyId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the last use of each key in memory and writes the uses in batches. */
@Singleton
public final class JdbcUses implements ForRecordingUse {

  static final int BATCH = 500;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcUses.class);

  private final Database database;
  private final KeyRepository keys;
  private final Figures figures;
  private final ConcurrentMap<KeyId, Instant> uses = new ConcurrentHashMap<>();

  JdbcUses(Database database, KeyRepository keys, Figures figures) {
    this.database = database;
    this.keys = keys;
    this.figures = figures;
  }

  @Override
  public void used(KeyId key, Instant at) {
    Instant noted = uses.get(key);
    // Most requests end here: the use of a key is recorded at most once per second.
    if (noted == null || noted.getEpochSecond() < at.getEpochSecond()) {
      note(key, at);
    }
  }

  private void note(KeyId key, Instant at) {
    uses.merge(key, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Writes the collected uses; those that cannot be written are kept for the next run. */
  @Scheduled(fixedDelay = "${latchkey.jobs.last-uses:30s}", initialDelay = "${latchkey.jobs.last-uses:30s}")
  public synchronized void flush() {
    List<KeyId> used = uses.keySet().stream().sorted(Comparator.comparingLong(KeyId::value)).toList();
    for (int from = 0; from < used.size(); from += BATCH) {
      SequencedMap<KeyId, Instant> batch = taken(used.subList(from, Math.min(from + BATCH, used.size())));
      try {
        database.together(() -> keys.noteUses(batch));
        figures.lastUsesWritten.increment(batch.size());
      } catch (StoreUnavailable e) {
        batch.forEach(this::note);
        LOG.info("The last uses of {} keys could not be written. The next attempt follows within a minute.",
            uses.size());
        return;
      }
    }
  }

  /** A separate method, because Micronaut ignores {@code @Scheduled} on a method that is also {@code @PreDestroy}. */
  @PreDestroy
  void flushBeforeTheStop() {
    flush();
  }

  /** Takes the uses in the order of the ids, which is the order of the row locks. */
  private SequencedMap<KeyId, Instant> taken(List<KeyId> ids) {
    SequencedMap<KeyId, Instant> batch = new LinkedHashMap<>();
    for (KeyId id : ids) {
      Instant at = uses.remove(id);
      if (at != null) {
        batch.put(id, at);
      }
    }
    return batch;
  }
}
