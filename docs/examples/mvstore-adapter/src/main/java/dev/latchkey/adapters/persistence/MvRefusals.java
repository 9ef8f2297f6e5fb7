package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.refusal.NoteRate;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes refused requests in a queue that is written each second. Each key has a queue of its own, no longer than its
 * rate, so a flood of one key displaces nothing of another.
 */
@Singleton
final class MvRefusals implements ForNotingRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(MvRefusals.class);

  /** Of one key, while the store cannot be written to. */
  private static final int MOST_WAITING = 100;

  private static final int MOST_KEYS = 10_000;
  private static final int KEPT_OF_A_TENANT = 10_000;

  private final Store store;
  private final Map<KeyId, Noted> keys = new HashMap<>();
  private long dropped;

  /** What waits of a key. */
  private record Noted(NoteRate rate, List<RefusedRequest> waiting) {}

  MvRefusals(Store store) {
    this.store = store;
  }

  @Override
  public void note(RefusedRequest request) {
    synchronized (keys) {
      Noted noted = keys.getOrDefault(request.key(), new Noted(NoteRate.UNUSED, new ArrayList<>()));
      boolean room = noted.waiting().size() < MOST_WAITING
          && (keys.size() < MOST_KEYS || keys.containsKey(request.key()));
      Optional<NoteRate> after = room ? noted.rate().afterNoteAt(request.at()) : Optional.empty();
      if (after.isEmpty()) {
        dropped++;
        return;
      }
      noted.waiting().add(request);
      keys.put(request.key(), new Noted(after.get(), noted.waiting()));
    }
  }

  @Override
  public Optional<NotedRefusal> find(TenantView scope, String requestId, Instant since) {
    return store.read(
        view -> view.under(StoreMap.REFUSED_REQUEST, Key.of(scope.tenant()))
            .map(entry -> entry.as(RefusalDocument.class))
            .filter(refusal -> refusal.requestId().equals(requestId) && !refusal.at().isBefore(since))
            .max(Comparator.comparing(RefusalDocument::at))
            .map(RefusalDocument::toRefusal));
  }

  /** Writes all that waits. */
  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  synchronized void write() {
    List<RefusedRequest> requests = new ArrayList<>();
    long lost;
    synchronized (keys) {
      keys.values().forEach(noted -> {
        requests.addAll(noted.waiting());
        noted.waiting().clear();
      });
      Instant newest = requests.stream().map(RefusedRequest::at).max(Comparator.naturalOrder()).orElseGet(Instant::now);
      keys.values().removeIf(noted -> noted.rate().wholeAt().isBefore(newest));
      lost = dropped;
      dropped = 0;
    }
    if (lost > 0) {
      LOG.info("{} refused requests were not noted, as there were too many", lost);
    }
    if (!requests.isEmpty()) {
      try {
        store.note(change -> {
          requests.forEach(
              request -> MvKeys.find(change.view(), request.key()).ifPresent(key -> add(change, key, request)));
          return Written.DONE;
        });
      } catch (StoreUnavailable failure) {
        LOG.warn("{} refused requests could not be noted", requests.size());
      }
    }
  }

  /** A method of its own: of a method that is also {@code @PreDestroy}, Micronaut ignores {@code @Scheduled}. */
  @PreDestroy
  void writeBeforeTheStop() {
    write();
  }

  /** Adds a request under the next number of the tenant, and removes the one that is then too many. */
  private static void add(Change change, ApiKey key, RefusedRequest request) {
    Key tenant = Key.of(key.tenant());
    long number = 1 + change.view()
        .below(StoreMap.REFUSED_REQUEST, tenant, Long.MAX_VALUE)
        .findFirst()
        .map(Entry::number)
        .orElse(0L);
    change.add(StoreMap.REFUSED_REQUEST, tenant.then(number), RefusalDocument.from(request, key.masked()));
    if (number > KEPT_OF_A_TENANT) {
      change.remove(StoreMap.REFUSED_REQUEST, tenant.then(number - KEPT_OF_A_TENANT));
    }
  }
}
