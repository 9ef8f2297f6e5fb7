package dev.latchkey.adapters.persistence.pruning;

import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes expired rows in small batches, also on an idle server. */
@Context
public final class Pruning {

  public static final int BATCH = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

  private final Database database;
  private final Map<PrunedTable, Counter> tables;
  private final InstantSource wallClock;

  @Inject
  Pruning(Database database, List<PrunedTable> tables, MeterRegistry registry) {
    this(database, tables, registry, InstantSource.system());
  }

  public Pruning(Database database, List<PrunedTable> tables, MeterRegistry registry, InstantSource wallClock) {
    this.database = database;
    this.tables = tables.stream().collect(Collectors.toMap(Function.identity(), table -> counter(registry, table)));
    this.wallClock = wallClock;
  }

  private static Counter counter(MeterRegistry registry, PrunedTable table) {
    return Counter.builder("latchkey.pruned")
        .description("Past rows that this node removed")
        .baseUnit("rows")
        .tag("table", table.name())
        .register(registry);
  }

  /** Prunes all tables. A table that cannot be pruned does not affect the others and is retried on the next run. */
  @Scheduled(fixedDelay = "${latchkey.jobs.pruning:1m}", initialDelay = "${latchkey.jobs.pruning:1m}")
  public void prune() {
    tables.forEach(this::prune);
  }

  private void prune(PrunedTable table, Counter removed) {
    Instant end = wallClock.instant().minus(table.kept());
    try {
      long rows;
      do {
        rows = database.run(() -> table.statement().removeSome(end, BATCH));
        removed.increment((double) rows);
      } while (rows > 0);
    } catch (StoreUnavailable e) {
      LOG.info("The table {} could not be pruned. The next attempt follows within a minute.", table.name());
    }
  }
}
