package dev.latchkey.adapters.persistence.pruning;

import dev.latchkey.adapters.persistence.feed.ChangeRepository;
import dev.latchkey.adapters.persistence.idempotency.ResponseRepository;
import dev.latchkey.adapters.persistence.rate.RateRepository;
import dev.latchkey.adapters.persistence.refusal.RefusalRepository;
import dev.latchkey.adapters.persistence.tenant.SessionRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The tables that {@link Pruning} keeps small. ADR 22 lists all tables with their limits. */
@Factory
public final class PrunedTables {

  /**
   * Largest difference between the clocks of two nodes at which one does not remove rows that the other still needs.
   */
  public static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private static final Duration REFUSALS_KEPT = Duration.ofDays(7);

  /**
   * Prunes changes that every running node has read. A node that was stopped for longer detects the gap and clears its
   * cache.
   */
  @Singleton
  public PrunedTable changeFeed(ChangeRepository changes) {
    return new PrunedTable(
        "change_feed",
        CLOCKS_DIFFER_BY,
        (end, limit) -> changes.lastOfTheOldest(limit, end).map(changes::removeUpTo).orElse(0L));
  }

  /** Prunes buckets that would be full again: those of unused or removed keys. */
  @Singleton
  public PrunedTable rateBuckets(RateRepository buckets) {
    return new PrunedTable("rate_bucket", CLOCKS_DIFFER_BY, buckets::removeSome);
  }

  @Singleton
  PrunedTable answers(ResponseRepository answers) {
    return new PrunedTable("remembered_answer", CLOCKS_DIFFER_BY, answers::removeSomePast);
  }

  @Singleton
  PrunedTable refusals(RefusalRepository refusals) {
    return new PrunedTable("refused_request", REFUSALS_KEPT, refusals::removeSomePast);
  }

  @Singleton
  PrunedTable sessions(SessionRepository sessions) {
    return new PrunedTable("member_session", CLOCKS_DIFFER_BY, sessions::removeSomeOver);
  }
}
