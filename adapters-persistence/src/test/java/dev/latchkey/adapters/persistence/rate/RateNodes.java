package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.pruning.PrunedTables;
import dev.latchkey.adapters.persistence.pruning.Pruning;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Two nodes that count on one store. Their time begins now and passes when a test says so. */
final class RateNodes implements TimeMeter {

  private final AtomicLong nanos = new AtomicLong(ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now()));
  private final JdbcStore store;
  final JdbcRates one;
  final JdbcRates another;

  RateNodes(JdbcStore store) {
    this.store = store;
    this.one = node();
    this.another = node();
  }

  private JdbcRates node() {
    SharedBuckets buckets = new SharedBuckets(
        store.context().getBean(Database.class), store.context().getBean(RateRepository.class), this);
    return new JdbcRates(buckets, nanos::get);
  }

  /** Removes what is not needed any more at this moment of their time. */
  void prune() {
    new Pruning(
        store.context().getBean(Database.class),
        List.of(new PrunedTables().rateBuckets(store.context().getBean(RateRepository.class))),
        new SimpleMeterRegistry(),
        () -> Instant.EPOCH.plus(Duration.ofNanos(nanos.get()))).prune();
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long currentTimeNanos() {
    return nanos.get();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
