package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.id.KeyId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects uses in memory, the last of each key, and writes them together. */
@Singleton
final class MvUses implements ForRecordingUse {

  private static final Logger LOG = LoggerFactory.getLogger(MvUses.class);

  private final Store store;
  private final ConcurrentMap<KeyId, Instant> uses = new ConcurrentHashMap<>();

  MvUses(Store store) {
    this.store = store;
  }

  @Override
  public void used(KeyId key, Instant at) {
    uses.merge(key, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Writes what was collected; what cannot be written now is kept for the next time. */
  @Scheduled(fixedDelay = "30s", initialDelay = "30s")
  synchronized void flush() {
    Map<KeyId, Instant> taken = new HashMap<>();
    for (KeyId key : uses.keySet()) {
      Optional.ofNullable(uses.remove(key)).ifPresent(at -> taken.put(key, at));
    }
    try {
      store.note(change -> {
        taken.forEach((key, at) -> write(change, key, at));
        return Written.DONE;
      });
    } catch (StoreUnavailable e) {
      taken.forEach(this::used);
      LOG.info("The last uses of {} keys could not be written. The next attempt follows.", taken.size());
    }
  }

  /** A method of its own: of a method that is also {@code @PreDestroy}, Micronaut ignores {@code @Scheduled}. */
  @PreDestroy
  void flushBeforeTheStop() {
    flush();
  }

  private static void write(Change change, KeyId key, Instant at) {
    boolean exists = change.view().json(StoreMap.TENANT_OF_KEY, Key.of(key)).isPresent();
    boolean later = change.view()
        .get(StoreMap.LAST_USE, Key.of(key), String.class)
        .filter(stored -> !Instant.parse(stored).isBefore(at))
        .isEmpty();
    if (exists && later) {
      change.put(StoreMap.LAST_USE, Key.of(key), at.toString());
    }
  }
}
