package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.http.HttpResponse;
import java.util.function.Function;

/** The caller's own tenant, entered with a permission. */
public record OwnTenant(Caller caller) {

  public HttpResponse<?> enter(Permission permission, Function<TenantScope, HttpResponse<?>> use) {
    return switch (caller.enter(permission)) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case TenantScope scope -> use.apply(scope);
    };
  }
}
