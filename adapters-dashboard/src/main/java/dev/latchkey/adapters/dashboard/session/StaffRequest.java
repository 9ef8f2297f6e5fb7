package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import io.micronaut.http.HttpRequest;

/**
 * A request that passed the {@link SessionFilter}.
 *
 * @param tenant the proof of the right that the page requires
 * @param form empty where none was sent
 */
public record StaffRequest(HttpRequest<?> http, DashboardUrls place, Staff staff, TenantView tenant, Form form) {

  public Language language() {
    return place.language();
  }

  /**
   * Returns the proof of the right to change the tenant.
   *
   * @throws IllegalStateException if the page requires only a right to see it
   */
  public TenantScope scope() {
    if (tenant instanceof TenantScope scope) {
      return scope;
    }
    throw new IllegalStateException("The page does not require a right to change the tenant");
  }
}
