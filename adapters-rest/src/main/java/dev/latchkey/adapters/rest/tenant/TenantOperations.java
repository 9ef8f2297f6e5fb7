package dev.latchkey.adapters.rest.tenant;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Tenant;
import java.util.List;

/** Operations on tenants. */
public final class TenantOperations {

  /** Tag of the operator's operations on a tenant. */
  public static final Tag TAG = new Tag(
      "Operator: tenants", "Management of tenants and their members by the operator.");

  /** The tenant of the examples. */
  public static final Tenant EXAMPLE = Tenant.founded(new TenantId(123), new Name("Acme"), Operation.EXAMPLE_TIME);

  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String TENANT = TENANTS + "/{tenant_id}";

  /** Not called with a password: the description is made by reading an empty object. */
  private static final ForChoosingPasswords PASSWORDS = (text, owner) -> ChosenPassword.read(text, owner, _ -> false);

  private TenantOperations() {}

  /** Returns the operations. */
  public static List<Operation> all() {
    return List.of(
        Operation.of("POST", TENANTS, "createTenant", TAG, "Create a tenant, optionally with a login for its owner")
            .withStrictBody("NewTenantInput", tenant -> TenantInput.readDraft(tenant, PASSWORDS), """
                {"name": "Acme", "owner": {"email": "ada@example.com", "password": "a long pass phrase"}}""")
            .responds(201, TenantJson.of(EXAMPLE)),
        Operation.of("GET", TENANTS, "listTenants", TAG, "List tenants, newest first")
            .withQuery(TenantInput::readList)
            .lists(TenantJson.of(EXAMPLE)),
        Operation.of("GET", TENANT, "getTenant", TAG, "Retrieve a tenant")
            .responds(200, TenantJson.of(EXAMPLE)),
        Operation.of("PATCH", TENANT, "updateTenant", TAG, "Rename, suspend or reactivate a tenant")
            .withDetails(
                "The change takes effect on this server before the response. The keys of a suspended tenant are "
                    + "refused.")
            .withStrictBody("TenantChangeInput", tenant -> TenantInput.readChange(tenant, EXAMPLE.name()), """
                {"status": "SUSPENDED", "reason": "Unpaid since March"}""")
            .responds(200, TenantJson.of(EXAMPLE)));
  }
}
