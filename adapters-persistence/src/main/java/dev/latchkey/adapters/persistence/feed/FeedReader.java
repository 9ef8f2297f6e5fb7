package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the change feed and evicts changed entries from the cache. Not thread-safe. */
@Singleton
public final class FeedReader {

  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

  private final ChangeSource source;
  private final CredentialCache memory;
  private final FeedFigures figures;
  private final LongSupplier nanos;
  private final InstantSource wallClock;
  private OptionalLong position = OptionalLong.empty();
  private boolean failing;

  @Inject
  FeedReader(ChangeSource source, CredentialCache memory, FeedFigures figures) {
    this(source, memory, figures, System::nanoTime, InstantSource.system());
  }

  public FeedReader(
      ChangeSource source,
      CredentialCache memory,
      FeedFigures figures,
      LongSupplier nanos,
      InstantSource wallClock) {
    this.source = source;
    this.memory = memory;
    this.figures = figures;
    this.nanos = nanos;
    this.wallClock = wallClock;
  }

  /** Polls once and returns whether the database responded. Otherwise the cache is confirmed no further. */
  public boolean look() {
    // A change that is committed after this moment may be missed, so the cache is confirmed as of now, not as of the
    // response.
    long began = nanos.getAsLong();
    try {
      apply(source.after(position.orElse(Long.MAX_VALUE)));
    } catch (SQLException e) {
      if (!failing) {
        LOG.warn(
            "The change feed cannot be read, SQL state {}; memory is good for one second and was last confirmed {}",
            e.getSQLState(),
            confirmed());
      }
      failing = true;
      // After a failover that lost changes, others can have the positions that were read before. So the next successful
      // poll forgets everything.
      position = OptionalLong.empty();
      // A look-up that runs may read from a server that has left its group.
      memory.outdateLoads();
      return false;
    }
    if (failing) {
      LOG.info("The change feed is read again; memory was last confirmed {}", confirmed());
    }
    failing = false;
    memory.confirm(began);
    return true;
  }

  private String confirmed() {
    return memory.age().map(age -> age.toMillis() + " ms ago").orElse("never");
  }

  private void apply(ChangeSource.Excerpt excerpt) {
    if (isAllSinceTheLastLook(excerpt)) {
      excerpt.changes().forEach(this::apply);
    } else {
      if (position.isPresent()) {
        LOG.warn(
            "The change feed went from {} to {} and not all of it is there to be read: everything is forgotten",
            position.getAsLong(),
            excerpt.counted());
      }
      memory.forgetEverything();
    }
    position = OptionalLong.of(excerpt.counted());
  }

  /**
   * Returns whether no change is missing. Positions have no gaps: changes are missing where the first position is not
   * the next one or the last is not the newest.
   */
  private boolean isAllSinceTheLastLook(ChangeSource.Excerpt excerpt) {
    List<ChangeRow> changes = excerpt.changes();
    return position.isPresent()
        && excerpt.counted() == position.getAsLong() + changes.size()
        && (changes.isEmpty()
            || (changes.getFirst().position() == position.getAsLong() + 1
                && changes.getLast().position() == excerpt.counted()));
  }

  private void apply(ChangeRow change) {
    if (change.keyId() == null) {
      memory.forget(new TenantId(change.tenantId()));
    } else {
      memory.forget(new KeyId(change.keyId()));
    }
    figures.arrived(Duration.between(change.changedAt(), wallClock.instant()));
  }
}
