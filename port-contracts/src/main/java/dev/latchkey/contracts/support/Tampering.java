package dev.latchkey.contracts.support;

import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.ChainHead;

/** A change of a tenant's stored audit trail that is made without the ports. It leaves all other data as it is. */
public sealed interface Tampering {

  /** Deletes the event at this position. */
  record Delete(long sequence) implements Tampering {}

  /** Replaces the action of the event at this position, but neither its hash nor its MAC. */
  record Change(long sequence, AuditAction action) implements Tampering {}

  /** Stores a text in the event at this position from which no event can be read. */
  record MakeUnreadable(long sequence) implements Tampering {}

  /** Exchanges the positions of two events. */
  record Swap(long one, long other) implements Tampering {}

  /** Replaces the position and the hash of the chain's head, but not its MAC. */
  record ResetHead(ChainHead head) implements Tampering {}
}
