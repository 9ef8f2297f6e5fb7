package dev.latchkey.application.port.out;

import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;

/**
 * MACs of audit events and of chain heads: HMAC-SHA-256 with keys that are derived from the peppers for this purpose
 * only.
 */
public interface ForAuthenticatingTheTrail {

  /** Computes the MAC with the current pepper. The same input with the same pepper gives the same MAC. */
  ChainMac authenticate(MacInput input);

  /**
   * Checks in constant time whether the MAC is that of the input, regardless of the pepper with which it was computed.
   * A MAC whose pepper is unknown to this node is neither valid nor wrong.
   */
  MacFinding check(MacInput input, ChainMac mac);
}
