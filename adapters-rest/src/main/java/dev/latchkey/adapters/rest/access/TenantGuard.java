package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Looks up the tenant that a path names, for the operator. */
@Singleton
public final class TenantGuard {

  private final ForManagingTenants tenants;

  TenantGuard(ForManagingTenants tenants) {
    this.tenants = tenants;
  }

  /** Returns the tenant, or the problem that there is none with this id. */
  public Input<Tenant> find(Operator operator, String tenant) {
    Optional<Tenant> found = PublicId.tenant(tenant).flatMap(id -> tenants.find(operator, id));
    return found.isPresent()
        ? new Input.Usable<>(found.get())
        : new Input.Unusable<>(Problem.of(ProblemType.TENANT_NOT_FOUND));
  }

  public HttpResponse<?> enter(Operator operator, String tenant, Function<TenantScope, HttpResponse<?>> use) {
    return find(operator, tenant).answer(known -> use.apply(operator.enter(known)));
  }
}
