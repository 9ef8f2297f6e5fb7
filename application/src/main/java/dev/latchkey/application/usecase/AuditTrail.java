package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.Id;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Creates audit entries, which the store writes together with the change itself. */
record AuditTrail(ForMintingIds ids, ForTellingTime time) {

  AuditEntry entry(
      TenantScope scope, AuditAction action, Id subject, FieldChanges changes, Map<String, String> details) {
    return entry(scope.actor(), scope.address(), action, subject, changes, details);
  }

  AuditEntry entry(
      OwnAccount account, AuditAction action, Id subject, FieldChanges changes, Map<String, String> details) {
    return entry(account.actor(), account.address(), action, subject, changes, details);
  }

  AuditEntry entry(CampaignScope scope, AuditAction action, FieldChanges changes, Map<String, String> details) {
    return entry(scope.actor(), scope.address(), action, scope.id(), changes, details);
  }

  private AuditEntry entry(
      Actor actor,
      Optional<InetAddress> address,
      AuditAction action,
      Id subject,
      FieldChanges changes,
      Map<String, String> details) {
    TreeMap<String, String> all = new TreeMap<>(details);
    if (!changes.isEmpty()) {
      all.put(AuditEntry.CHANGES, changes.text());
    }
    return new AuditEntry(new AuditEventId(ids.next()), actor, action, subject, time.now(), address, all);
  }
}
