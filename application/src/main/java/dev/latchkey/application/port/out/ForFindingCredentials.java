package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import java.util.Optional;

/** Lookup of credentials, the only read that every request needs. */
public interface ForFindingCredentials {

  /**
   * Returns the key with this id, of any tenant, together with its tenant; empty if there is none. A change that was
   * written before this call is visible: immediately if this node wrote it, and after at most one second if another
   * node wrote it.
   *
   * @throws StoreUnavailable if the result cannot be trusted
   */
  Optional<StoredKey> find(KeyId id);

  /**
   * Returns from the cache what {@link #find} would return. Never waits for anything and never fails: the result is
   * unknown if the cache has no entry or cannot be trusted.
   */
  CacheLookup recall(KeyId id);

  /**
   * Returns the seal that the key had when {@link #find} last found it, even if {@link #recall} no longer has an entry
   * for the key. Empty if the seal is not cached, and after {@link #find} has not found the key. Never waits for
   * anything and never fails.
   */
  Optional<Seal> lastSeal(KeyId id);
}
