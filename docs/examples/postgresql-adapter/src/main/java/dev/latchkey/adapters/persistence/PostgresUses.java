package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.domain.id.KeyId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers uses in memory, the last of each key, and writes them down together. */
@Singleton
final class PostgresUses implements ForRecordingUse {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresUses.class);

  private final Database database;
  private final ConcurrentMap<KeyId, Instant> uses = new ConcurrentHashMap<>();

  PostgresUses(Database database) {
    this.database = database;
  }

  @Override
  public void used(KeyId key, Instant at) {
    uses.merge(key, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Writes down what was gathered; what cannot be written now is kept for the next time. */
  @Scheduled(fixedDelay = "30s", initialDelay = "30s")
  synchronized void flush() {
    // In the order of the ids, so that two nodes that write at once do not lock each other out.
    SequencedMap<KeyId, Instant> taken = new TreeMap<>(Comparator.comparingLong(KeyId::value));
    for (KeyId key : uses.keySet()) {
      Optional.ofNullable(uses.remove(key)).ifPresent(at -> taken.put(key, at));
    }
    try {
      database.together(
          sql -> sql.changeEach(
              "UPDATE api_key SET last_used_at = ? WHERE id = ? AND coalesce(last_used_at < ?, true)",
              taken.entrySet().stream().map(use -> values(use.getKey(), use.getValue())).toList()));
    } catch (StoreUnavailable e) {
      taken.forEach(this::used);
      LOG.info("The last uses of {} keys could not be written down; that is tried again", taken.size());
    }
  }

  /** A method of its own: of a method that is also {@code @PreDestroy}, Micronaut ignores {@code @Scheduled}. */
  @PreDestroy
  void flushBeforeTheStop() {
    flush();
  }

  private static List<Object> values(KeyId key, Instant at) {
    return List.of(at, key, at);
  }
}
