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
 * The operator's tenants. Every method throws {@link StoreUnavailable} where the store cannot be reached, and a change also where
 * others keep being first.
 */
public interface ForManagingTenants {

  /** The login of a tenant's first owner. */
  record OwnerLogin(Email email, ChosenPassword password) {}

  /** Makes an active tenant, with an owner where a login is given. */
  Tenant create(Operator operator, Name name, Optional<OwnerLogin> owner);

  /** The tenant; empty where there is none. */
  Optional<Tenant> find(Operator operator, TenantId id);

  /** The tenants that pass the filter, newest first. */
  Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request);

  /**
   * Renames, suspends or reactivates. In force before this returns. What changes nothing leaves no trace.
   *
   * @param reason why, for the audit trail
   * @return the tenant after the change; empty where there is none
   */
  Optional<Tenant> change(
      Operator operator, TenantId id, FieldUpdate<Name> name, FieldUpdate<TenantStatus> standing,
      Optional<String> reason);
}
