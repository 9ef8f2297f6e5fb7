package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import java.util.Optional;

/** The one read that every request needs. */
public interface ForFindingCredentials {

  /**
   * The key of that id, of whichever tenant, together with its tenant; empty where there is none. A change that was
   * written before this is called is seen: at once where it was written by this node, and one second later at the
   * latest where it was written by another.
   *
   * @throws StoreUnavailable where the answer cannot be trusted
   */
  Optional<StoredKey> find(KeyId id);

  /**
   * What {@link #find} would tell, from memory. Never waits for anything and never fails: unknown where memory does not
   * know or cannot be trusted.
   */
  CacheLookup recall(KeyId id);

  /**
   * The seal that the key had when {@link #find} last found it, also where {@link #recall} does not know it any more. Empty
   * where memory does not hold it, and once find did not find the key. Never waits for anything and never fails.
   */
  Optional<Seal> lastSeal(KeyId id);
}
