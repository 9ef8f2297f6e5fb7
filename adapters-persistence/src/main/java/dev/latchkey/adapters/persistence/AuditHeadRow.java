package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The end of a tenant's chain: how many events it has, and the hash of the last. */
@MappedEntity("audit_head")
record AuditHeadRow(@Id long tenantId, long position, String hash) {

  static AuditHeadRow ofNewChain(TenantId tenant) {
    return new AuditHeadRow(tenant.value(), 0, AuditEvent.ROOT);
  }

  ChainHead toHead() {
    return new ChainHead(position, hash);
  }

  static AuditHeadRow after(AuditEvent last) {
    return new AuditHeadRow(last.tenant().value(), last.sequence(), last.hash());
  }
}
