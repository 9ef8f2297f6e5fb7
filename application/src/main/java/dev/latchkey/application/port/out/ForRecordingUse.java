package dev.latchkey.application.port.out;

import dev.latchkey.domain.id.KeyId;
import java.time.Instant;

/** Times of the last use of keys. */
public interface ForRecordingUse {

  /**
   * Records that the key was authenticated and granted access at that time; a refused request is not a use of a key.
   * Never waits and never fails. The key's record shows the use within 60 seconds, to the second, and never an earlier
   * use than before; a use is not a change of the key. The use of a key that no longer exists is dropped. Uses that are
   * not yet written when a process is killed are lost.
   */
  void used(KeyId key, Instant at);
}
