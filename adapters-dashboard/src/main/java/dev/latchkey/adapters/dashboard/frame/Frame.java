package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.List;
import java.util.Optional;

/**
 * The common parts of all settings pages: the tenant, the signed-in member, the tabs and a notice.
 *
 * @param tab the tab that the page belongs to
 * @param notice the outcome of the last change; empty: none
 */
public record Frame(DashboardUrls place, FormToken token, Staff staff, Tab tab, Optional<Notice> notice) {

  public Language language() {
    return place.language();
  }

  public boolean suspended() {
    return staff.tenant().standing() == TenantStatus.SUSPENDED;
  }

  /** Returns whether the member may create and change keys now. */
  public boolean changesKeys() {
    return staff.manageKeys() instanceof TenantScope;
  }

  /** Returns whether the member may add and change members now. */
  public boolean changesMembers() {
    return staff.manageMembers() instanceof TenantScope;
  }

  public List<Tab> tabs() {
    return Tab.of(staff.member().role());
  }
}
