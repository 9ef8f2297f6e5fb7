package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.Id;
import java.util.Map;
import java.util.TreeMap;

/** Writes down who did what, for the store to keep together with the change itself. */
record AuditTrail(ForMintingIds ids, ForTellingTime time) {

  AuditEntry entry(TenantScope scope, AuditAction action, Id subject, Map<String, String> details) {
    return new AuditEntry(
        new AuditEventId(ids.next()),
        scope.actor(),
        action,
        subject,
        time.now(),
        scope.address(),
        new TreeMap<>(details));
  }
}
