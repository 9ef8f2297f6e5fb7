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

  /** The clocks of two nodes may differ by so much before one removes what the other still needs. */
  public static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private static final Duration REFUSALS_KEPT = Duration.ofDays(7);

  /** What every running node has read long ago. A node that was stopped for longer finds the gap and forgets everything. */
  @Singleton
  public PrunedTable changeFeed(ChangeRepository changes) {
    return new PrunedTable(
        "change_feed",
        CLOCKS_DIFFER_BY,
        (end, limit) -> changes.lastOfTheOldest(limit, end).map(changes::removeUpTo).orElse(0L));
  }

  /** Buckets that would be full again: of keys that are not used, or that are gone. */
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
