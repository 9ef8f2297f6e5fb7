package dev.latchkey.domain.audit;

import dev.latchkey.domain.MayBePrinted;

/**
 * The end of a tenant's chain. A copy that is kept elsewhere proves later that no event before it was changed.
 *
 * @param sequence the number of events in the chain
 * @param hash the hash of the last event; {@link AuditEvent#ROOT} if there is none
 */
public record ChainHead(long sequence, @MayBePrinted("A hash of what the audit shows.") String hash) {

  public static final ChainHead EMPTY = new ChainHead(0, AuditEvent.ROOT);

  /** Returns the head after the event is appended. */
  public ChainHead followedBy(AuditEvent event) {
    return new ChainHead(event.sequence(), event.hash());
  }
}
