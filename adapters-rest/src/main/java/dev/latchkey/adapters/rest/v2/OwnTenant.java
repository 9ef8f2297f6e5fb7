package dev.latchkey.adapters.rest.v2;

import dev.latchkey.adapters.rest.answer.RefusalResponse;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.http.HttpResponse;
import java.util.function.Function;

/** A key's way into the affairs of its own tenant. */
record OwnTenant(Caller caller) {

  HttpResponse<?> enter(Permission permission, Function<TenantScope, HttpResponse<?>> use) {
    return switch (caller.enter(permission)) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case TenantScope scope -> use.apply(scope);
    };
  }
}
