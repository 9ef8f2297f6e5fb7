package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Each tenant's chain of audit events. To be used within a transaction, and locked before anything else in it. */
@Singleton
final class AuditChain {

  private final AuditHeadRepository heads;
  private final AuditEventRepository events;

  AuditChain(AuditHeadRepository heads, AuditEventRepository events) {
    this.heads = heads;
    this.events = events;
  }

  /** The end of the chain, which nobody else can move before the transaction ends; empty where there is no such tenant. */
  Optional<AuditHeadRow> lock(TenantId tenant) {
    return heads.lock(tenant.value());
  }

  /** The chain of a new tenant. */
  AuditHeadRow begin(TenantId tenant) {
    AuditHeadRow head = AuditHeadRow.ofNewChain(tenant);
    heads.save(head);
    return head;
  }

  void append(AuditHeadRow locked, List<AuditEntry> entries) {
    AuditHeadRow head = locked;
    for (AuditEntry entry : entries) {
      AuditEvent event = AuditEvent.linked(new TenantId(head.tenantId()), head.position() + 1, entry, head.hash());
      events.save(AuditEventRow.from(event));
      head = AuditHeadRow.after(event);
    }
    heads.update(head);
  }
}
