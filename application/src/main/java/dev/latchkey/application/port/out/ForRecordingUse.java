package dev.latchkey.application.port.out;

import dev.latchkey.domain.id.KeyId;
import java.time.Instant;

/** When keys were used last. */
public interface ForRecordingUse {

  /**
   * The key was proven and admitted at that moment; a refused request is no use of a key. Never waits and never fails. The
   * key's record shows it within 60 seconds, to the second, and never an earlier use than before; it is no change of the
   * key. What was not written down when a process is killed is lost.
   */
  void used(KeyId key, Instant at);
}
