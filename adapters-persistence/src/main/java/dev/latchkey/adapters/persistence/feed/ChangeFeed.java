package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    write(tenant, null, at);
  }

  public void append(TenantId tenant, KeyId key, Instant at) {
    write(tenant, key.value(), at);
  }

  private void write(TenantId tenant, @Nullable Long key, Instant at) {
    changes.count();
    try {
      changes.save(new ChangeRow(changes.position(), tenant.value(), key, at));
    } catch (DataAccessException refused) {
      if (refused.getCause() instanceof SQLIntegrityConstraintViolationException taken) {
        // Members of a Galera cluster count on from the same position until one of them commits.
        throw new DataAccessException(
            "Another transaction took the position", new SQLTransactionRollbackException("Taken", "40001", taken));
      }
      throw refused;
    }
  }
}
