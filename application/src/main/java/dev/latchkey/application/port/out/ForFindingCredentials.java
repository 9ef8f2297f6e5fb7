package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.Credential;
import dev.latchkey.domain.id.KeyId;
import java.util.Optional;

/** The one read that every request needs. */
public interface ForFindingCredentials {

  /**
   * The key of that id, of whichever tenant, together with its tenant as both are now; empty where there is none. A
   * change that was written before this is called is seen.
   *
   * @throws StoreUnavailable where the answer cannot be trusted
   */
  Optional<Credential> find(KeyId id);
}
