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
 * Tenants. Every method throws {@link StoreUnavailable} where the store cannot be reached, and then nothing is known.
 */
public interface ForStoringTenants {

  /** Stores a new tenant, its first members and the audit entries, all or nothing. */
  void add(Operator operator, Tenant tenant, List<Member> members, List<AuditEntry> entries);

  /** The tenant as it is now; empty where there is none. */
  Optional<Tenant> find(Operator operator, TenantId id);

  /**
   * The tenants that pass the filter, newest first. In the filter's text every sign stands for itself, and an accent is part of
   * its letter. A name that was stored in another form than the normalised one is found by that one.
   */
  Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request);

  /**
   * Replaces the tenant whose version is one less than the changed one's, and stores the audit entry, both or neither.
   * Once this returns, {@link ForFindingCredentials} answers with the changed tenant.
   */
  Written replace(Operator operator, Tenant changed, AuditEntry entry);
}
