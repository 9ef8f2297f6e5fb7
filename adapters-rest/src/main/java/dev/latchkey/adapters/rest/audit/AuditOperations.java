package dev.latchkey.adapters.rest.audit;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.adapters.rest.tenant.TenantOperations;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.id.AuditEventId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Operations on audit trails. */
public final class AuditOperations {

  private static final Tag TAG = new Tag(
      "Audit", "The audit trail of changes to a tenant's access rights and campaigns.");

  private static final AuditEvent EXAMPLE = AuditEvent.linked(
      TenantOperations.EXAMPLE.id(),
      1,
      new AuditEntry(
          new AuditEventId(1),
          new Actor.Operator(),
          AuditAction.TENANT_CREATED,
          TenantOperations.EXAMPLE.id(),
          Operation.EXAMPLE_TIME,
          Optional.empty(),
          Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
              "name", "Acme",
              AuditEntry.CHANGES,
              FieldChanges.between(Map.of(), Map.of("name", new FieldValue.Text("Acme"))).text())))),
      AuditEvent.ROOT);

  private AuditOperations() {}

  /** Returns the operations of tenants. */
  public static List<Operation> forTenants() {
    return List.of(
        Operation.of("GET", "/api/v2/audit-events", "listAuditEvents", TAG, "List audit events, newest first")
            .withQuery(AuditInput::readList)
            .lists(AuditEventJson.of(EXAMPLE)));
  }

  /** Returns the operations of the operator. */
  public static List<Operation> forOperator() {
    return List.of(
        Operation.of("GET", "/api/platform/v1/tenants/{tenant_id}/audit-events", "listTenantAuditEvents",
            TenantOperations.TAG, "List the audit events of a tenant, newest first")
            .withQuery(AuditInput::readList)
            .lists(AuditEventJson.of(EXAMPLE)));
  }
}
