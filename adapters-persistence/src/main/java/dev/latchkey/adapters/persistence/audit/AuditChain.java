package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Appends audit events to the chain of a tenant. Every method needs a transaction, and {@link #lock} is the first lock
 * in it.
 */
@Singleton
public final class AuditChain {

  private final AuditHeadRepository heads;
  private final AuditEventRepository events;
  private final ForAuthenticatingTheTrail macs;

  AuditChain(AuditHeadRepository heads, AuditEventRepository events, ForAuthenticatingTheTrail macs) {
    this.heads = heads;
    this.events = events;
    this.macs = macs;
  }

  /** Locks the end of the chain until the transaction ends; empty where the tenant does not exist. */
  public Optional<AuditHeadRow> lock(TenantId tenant) {
    return heads.lock(tenant.value());
  }

  /** Creates the chain of a new tenant. */
  public AuditHeadRow begin(TenantId tenant) {
    AuditHeadRow head = AuditHeadRow.ofNewChain(tenant);
    heads.save(head);
    return head;
  }

  public void append(AuditHeadRow locked, List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    TenantId tenant = new TenantId(locked.tenantId());
    ChainHead head = new ChainHead(locked.position(), locked.hash());
    for (AuditEntry entry : entries) {
      AuditEvent event = AuditEvent.linked(tenant, head.sequence() + 1, entry, head.hash());
      events.save(AuditEventRow.from(event, macs.authenticate(MacInput.of(event))));
      head = head.followedBy(event);
    }
    heads.update(AuditHeadRow.of(tenant, head, macs.authenticate(MacInput.of(tenant, head))));
  }
}
