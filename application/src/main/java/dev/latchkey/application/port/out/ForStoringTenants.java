package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import java.util.List;
import java.util.Optional;

/**
 * Storage of tenants. Every value is returned as it was stored: texts to the character, times to the microsecond. Every
 * method throws {@link StoreUnavailable} if the store cannot be reached, and the outcome is then unknown.
 */
public interface ForStoringTenants {

  /** Stores a new tenant, its first members and the audit entries, all or nothing. */
  void add(Operator operator, Tenant tenant, List<Member> members, List<AuditEntry> entries);

  /** Returns the tenant in its current state; empty if there is none. */
  Optional<Tenant> find(Operator operator, TenantId id);

  /**
   * Returns the tenants that match the filter, newest first. Every character of the filter text is literal, and accents
   * are significant. A name that was stored in a form other than the normalised one is found by its normalised form.
   */
  Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request);

  /**
   * Replaces the tenant whose version is one less than that of the changed one, and stores the audit entry, both or
   * neither. Once this call has returned, {@link ForFindingCredentials} returns the changed tenant.
   */
  Written replace(Operator operator, Tenant changed, AuditEntry entry);
}
