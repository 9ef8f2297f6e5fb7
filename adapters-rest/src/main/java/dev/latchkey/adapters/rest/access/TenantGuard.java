package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Guard of a tenant for the operator. Returns 404 for an unknown tenant before anything else is checked. */
@Singleton
public final class TenantGuard {

  private final ForManagingTenants tenants;

  TenantGuard(ForManagingTenants tenants) {
    this.tenants = tenants;
  }

  public HttpResponse<?> enter(Operator operator, String tenant, Function<TenantScope, HttpResponse<?>> use) {
    return enter(operator, tenant, (_, scope) -> use.apply(scope));
  }

  public HttpResponse<?> enter(Operator operator, String tenant, BiFunction<Tenant, TenantScope, HttpResponse<?>> use) {
    return PublicId.tenant(tenant)
        .flatMap(id -> tenants.find(operator, id))
        .<HttpResponse<?>>map(known -> use.apply(known, operator.enter(known)))
        .orElseGet(() -> Problem.of(ProblemType.TENANT_NOT_FOUND).response());
  }
}
