package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.Optional;

/**
 * Manages tenants for the operator. Every method throws {@link StoreUnavailable} if the store cannot be reached, and
 * changes also after too many conflicts.
 */
public interface ForManagingTenants {

  /** The login of a tenant's first owner. */
  record OwnerLogin(Email email, ChosenPassword password) {}

  /** Creates an active tenant, with an owner if a login is given. */
  Tenant create(Operator operator, Name name, Optional<OwnerLogin> owner);

  /** Returns the tenant; empty if there is none. */
  Optional<Tenant> find(Operator operator, TenantId id);

  /** Returns the tenants that match the filter, newest first. */
  Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request);

  /**
   * Renames, suspends or reactivates a tenant. The change is effective before this returns. A change without effect
   * leaves no audit entry.
   *
   * @param reason the reason, for the audit trail
   * @return the tenant after the change; empty if there is none
   */
  Optional<Tenant> change(
      Operator operator, TenantId id, FieldUpdate<Name> name, FieldUpdate<TenantStatus> standing,
      Optional<String> reason);
}
