package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/** Extends the audit chains of tenants, each time as part of the change that the events are about. */
@Singleton
final class AuditChain {

  private final ForAuthenticatingTheTrail macs;

  AuditChain(ForAuthenticatingTheTrail macs) {
    this.macs = macs;
  }

  /** Begins a new tenant's chain. */
  static void begin(Change change, TenantId tenant) {
    change.add(StoreMap.AUDIT_HEAD, Key.of(tenant), HeadDocument.EMPTY);
  }

  /**
   * Puts entries behind the head of the chain.
   *
   * @throws IllegalStateException if there is no such tenant
   */
  void append(Change change, TenantId tenant, List<AuditEntry> entries) {
    ChainHead head = change.view()
        .get(StoreMap.AUDIT_HEAD, Key.of(tenant), HeadDocument.class)
        .orElseThrow(() -> new IllegalStateException("There is no tenant " + tenant.value()))
        .toHead();
    for (AuditEntry entry : entries) {
      AuditEvent event = AuditEvent.linked(tenant, head.sequence() + 1, entry, head.hash());
      EventDocument document = EventDocument.from(event, macs.authenticate(MacInput.of(event)));
      change.add(StoreMap.AUDIT_EVENT, Key.of(tenant).then(event.sequence()), document);
      change.add(StoreMap.AUDIT_EVENT_BY_ID, Key.of(tenant).then(event.id()), event.sequence());
      head = head.followedBy(event);
    }
    if (!entries.isEmpty()) {
      HeadDocument document = HeadDocument.from(head, macs.authenticate(MacInput.of(tenant, head)));
      change.put(StoreMap.AUDIT_HEAD, Key.of(tenant), document);
    }
  }
}
