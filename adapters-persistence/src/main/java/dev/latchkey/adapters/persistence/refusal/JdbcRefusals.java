package dev.latchkey.adapters.persistence.refusal;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.jdbc.ConstraintViolation;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.jdbc.FairQueue;
import dev.latchkey.adapters.persistence.jdbc.Figures;
import dev.latchkey.adapters.persistence.key.KeyRepository;
import dev.latchkey.adapters.persistence.key.KeyRow;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records refused requests in a queue that is written every second, so that no request waits for the write. */
@Singleton
public final class JdbcRefusals implements ForNotingRefusals {

  static final int MOST_WAITING = 10_000;

  /** The limit of 10,000, minus the number of rows that twenty nodes write before they trim. */
  static final int KEPT_OF_A_TENANT = 9_500;

  static final int WRITTEN_BEFORE_TRIMMING = 25;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcRefusals.class);
  private static final int BATCH = 500;
  private static final int MOST_TENANTS = 100_000;

  private final Database database;
  private final KeyRepository keys;
  private final RefusalRepository refusals;
  private final CredentialCache memory;
  private final Figures figures;
  private final NoteRates rates = new NoteRates();

  /** A lane per tenant, or per key where the key's tenant is not cached. */
  private final FairQueue<Id, RefusedRequest> waiting = new FairQueue<>(MOST_WAITING);

  private final Map<Long, Integer> writtenSinceTrimming = new HashMap<>();
  private boolean failing;

  JdbcRefusals(
      Database database,
      KeyRepository keys,
      RefusalRepository refusals,
      CredentialCache memory,
      Figures figures) {
    this.database = database;
    this.keys = keys;
    this.refusals = refusals;
    this.memory = memory;
    this.figures = figures;
  }

  @Override
  public void note(RefusedRequest request) {
    if (rates.takes(request.key(), request.at())) {
      queue(request);
    } else {
      figures.refusalsOverKeyRate.increment();
    }
  }

  private void queue(RefusedRequest request) {
    Id lane = memory.tenantOf(request.key()).<Id>map(Function.identity()).orElse(request.key());
    if (waiting.add(lane, request)) {
      figures.refusalsOverQueue.increment();
    }
  }

  @Override
  public Optional<NotedRefusal> find(TenantView scope, String requestId, Instant since) {
    return database.run(() -> refusals.latest(scope.tenant().value(), requestId, since))
        // The database ignores a trailing space when it compares.
        .filter(row -> row.requestId().equals(requestId))
        .map(RefusalRow::toNoted);
  }

  /** A separate method, because Micronaut ignores {@code @Scheduled} on a method that is also {@code @PreDestroy}. */
  @PreDestroy
  void writeBeforeTheStop() {
    write();
  }

  /** Writes all queued records. Records that cannot be written are queued again. */
  @Scheduled(fixedDelay = "${latchkey.jobs.refusals:1s}", initialDelay = "${latchkey.jobs.refusals:1s}")
  public synchronized void write() {
    List<RefusedRequest> some = waiting.take(BATCH);
    while (!some.isEmpty()) {
      try {
        write(some);
        failing = false;
      } catch (StoreUnavailable unavailable) {
        some.forEach(this::queue);
        if (!failing) {
          LOG.warn("Refused requests cannot be written to the database. They are kept in memory and written later.");
        }
        failing = true;
        return;
      }
      some = waiting.take(BATCH);
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
    if (!rows.isEmpty()) {
      save(rows);
      rows.stream().collect(Collectors.groupingBy(RefusalRow::tenantId, Collectors.summingInt(_ -> 1)))
          .forEach(this::trimOnceInAWhile);
    }
  }

  /**
   * Writes the rows one by one if the database rejects the batch, so that one invalid row does not discard the others.
   */
  private void save(List<RefusalRow> rows) {
    try {
      database.together(() -> {
        refusals.saveAll(rows);
        return rows;
      });
      figures.refusalsWritten.increment(rows.size());
    } catch (ConstraintViolation refused) {
      if (rows.size() == 1) {
        figures.refusalsFailed.increment();
        LOG.warn("A refused request cannot be noted: the database does not take its row ({}).", refused.getMessage());
      } else {
        rows.forEach(row -> save(List.of(row)));
      }
    }
  }

  /** Trims a tenant that has no counter yet at once, so that repeated restarts do not exceed the limit. */
  private void trimOnceInAWhile(long tenant, int written) {
    int before = writtenSinceTrimming.getOrDefault(tenant, WRITTEN_BEFORE_TRIMMING);
    writtenSinceTrimming.put(tenant, before + written);
    if (before + written >= WRITTEN_BEFORE_TRIMMING) {
      try {
        trim(tenant);
        writtenSinceTrimming.put(tenant, 0);
      } catch (StoreUnavailable unavailable) {
        LOG.info(
            "The refused requests of a tenant could not be trimmed. The next attempt follows with its next notes.");
      }
    }
    if (writtenSinceTrimming.size() > MOST_TENANTS) {
      writtenSinceTrimming.clear();
    }
  }

  private void trim(long tenant) {
    database.run(() -> refusals.newestBeyond(tenant, KEPT_OF_A_TENANT)).ifPresent(number -> {
      long removed;
      do {
        removed = database.run(() -> refusals.removeSomeUpTo(tenant, number, BATCH));
        figures.refusalsOverTenantLimit.increment((double) removed);
      } while (removed == BATCH);
    });
  }
}
