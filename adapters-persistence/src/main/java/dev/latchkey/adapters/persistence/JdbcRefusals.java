package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.access.TenantView;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes refused requests in a queue that is written down each second, so that a request never waits for a note. What is
 * written clears some of what is past, so that the table stays small by itself.
 */
@Singleton
final class JdbcRefusals implements ForNotingRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcRefusals.class);

  static final int MOST_WAITING = 10_000;
  private static final int WRITTEN_AT_ONCE = 500;
  private static final int CLEARED_AT_ONCE = 1_000;
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private final Database database;
  private final KeyRepository keys;
  private final RefusalRepository refusals;
  private final BlockingQueue<RefusedRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();

  JdbcRefusals(Database database, KeyRepository keys, RefusalRepository refusals) {
    this.database = database;
    this.keys = keys;
    this.refusals = refusals;
  }

  @Override
  public void note(RefusedRequest request) {
    if (!waiting.offer(request)) {
      dropped.incrementAndGet();
    }
  }

  @Override
  public Optional<NotedRefusal> find(TenantView scope, String requestId, Instant since) {
    return database.run(() -> refusals.latest(scope.tenant().value(), requestId, since))
        // The servers take a trailing space for nothing.
        .filter(row -> row.requestId().equals(requestId))
        .map(RefusalRow::toNoted);
  }

  /** Writes down what waits when the server stops. */
  @PreDestroy
  void writeTheRest() {
    write();
  }

  /** Writes down all that waits. */
  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  synchronized void write() {
    List<RefusedRequest> some = new ArrayList<>();
    while (waiting.drainTo(some, WRITTEN_AT_ONCE) > 0) {
      try {
        write(some);
      } catch (StoreUnavailable | IntegrityBroken failure) {
        dropped.addAndGet(some.size());
        LOG.warn("Refused requests cannot be noted", failure);
      }
      some.clear();
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      LOG.warn("{} refused requests were not noted and cannot be looked up", lost);
    }
  }

  private void write(List<RefusedRequest> requests) {
    List<Long> ids = requests.stream().map(request -> request.key().value()).distinct().toList();
    Map<Long, KeyRow> known = database.run(() -> keys.findAll(ids)).stream()
        .collect(Collectors.toMap(KeyRow::id, Function.identity()));
    List<RefusalRow> rows = requests.stream()
        .flatMap(
            request -> Optional.ofNullable(known.get(request.key().value()))
                .map(key -> RefusalRow.from(request, key))
                .stream())
        .toList();
    Instant past = requests.getLast().at().minus(KEPT_FOR);
    database.together(() -> {
      if (!rows.isEmpty()) {
        refusals.saveAll(rows);
      }
      return refusals.removeSomePast(past, CLEARED_AT_ONCE);
    });
  }
}
