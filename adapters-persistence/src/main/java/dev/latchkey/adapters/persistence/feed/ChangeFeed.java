package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Appends every change of a key or a tenant, numbered without gaps in the order of the commits. An append must be the
 * last step of a transaction: it blocks all other changes, of any tenant, until the commit.
 */
@Singleton
public final class ChangeFeed {

  private final ChangeRepository changes;

  ChangeFeed(ChangeRepository changes) {
    this.changes = changes;
  }

  public void append(TenantId tenant, Instant at) {
    changes.count();
    changes.save(new ChangeRow(changes.position(), tenant.value(), null, at));
  }

  public void append(TenantId tenant, KeyId key, Instant at) {
    changes.count();
    changes.save(new ChangeRow(changes.position(), tenant.value(), key.value(), at));
  }
}
