package dev.latchkey.application.port.out;

import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;

/**
 * MACs of audit events and of the ends of their chains: HMAC-SHA-256 under keys that are derived from the peppers for this
 * use alone.
 */
public interface ForAuthenticatingTheTrail {

  /** Makes the MAC under the current pepper. The same input under the same pepper gives the same MAC. */
  ChainMac authenticate(MacInput input);

  /** Whether the MAC is the input's, under whichever pepper it was made, compared in constant time. */
  MacFinding check(MacInput input, ChainMac mac);
}
