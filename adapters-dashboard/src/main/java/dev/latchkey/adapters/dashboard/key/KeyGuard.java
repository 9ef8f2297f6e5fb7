package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantSuspended;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Restricts the management of keys to members whose role is high enough. */
@Singleton
final class KeyGuard {

  private final ForManagingKeys keys;
  private final FramedPages pages;

  KeyGuard(ForManagingKeys keys, FramedPages pages) {
    this.keys = keys;
    this.pages = pages;
  }

  /** Calls {@code use} with the tenant's scope, or returns a refusal page where the member may not manage keys. */
  HttpResponse<?> enter(HttpRequest<?> request, Function<TenantScope, HttpResponse<?>> use) {
    Staff staff = request.getAttribute(SessionFilter.STAFF, Staff.class).orElseThrow();
    return switch (staff.manageKeys()) {
      case TenantScope scope -> use.apply(scope);
      case RoleTooLow _ -> pages.forbidden(request);
      case TenantSuspended() -> pages.suspended(request);
    };
  }

  /** Calls {@code use} with the key, or returns a refusal page where it does not exist. */
  HttpResponse<?> enter(
      HttpRequest<?> request, String handle, BiFunction<TenantScope, ApiKey, HttpResponse<?>> use) {
    return enter(
        request,
        scope -> KeyFormat.idOf(handle)
            .flatMap(id -> keys.find(scope, id))
            .<HttpResponse<?>>map(key -> use.apply(scope, key))
            .orElseGet(() -> noSuchKey(request)));
  }

  /** Returns the refusal page for a key that was deleted or never existed. */
  MutableHttpResponse<?> noSuchKey(HttpRequest<?> request) {
    return pages.refuse(request, HttpStatus.NOT_FOUND, "no-key");
  }
}
