package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Every change of a key or a tenant, numbered in the order of the commits and without a gap. To be used as the last thing in
 * a transaction: from here to the commit no other change of any tenant can pass.
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
