package dev.latchkey.domain.audit;

/**
 * Where a tenant's chain ends. Who writes it down elsewhere can tell later that nothing before it was touched.
 *
 * @param sequence how many events the chain has
 * @param hash the hash of the last one; {@link AuditEvent#ROOT} where there is none
 */
public record ChainHead(long sequence, String hash) {

  public static final ChainHead EMPTY = new ChainHead(0, AuditEvent.ROOT);

  /** The head once the event stands behind it. */
  public ChainHead followedBy(AuditEvent event) {
    return new ChainHead(event.sequence(), event.hash());
  }
}
