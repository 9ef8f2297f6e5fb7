package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.List;
import java.util.Optional;

/**
 * What all pages of the settings have round them: who is signed in where, the tabs, and what was just done.
 *
 * @param tab the one that the page belongs to
 * @param notice what was just done; empty: nothing
 */
public record Frame(DashboardUrls place, FormToken token, Staff staff, Tab tab, Optional<Notice> notice) {

  public Language language() {
    return place.language();
  }

  public boolean suspended() {
    return staff.tenant().standing() == TenantStatus.SUSPENDED;
  }

  /** Whether the member may make and change keys now. */
  public boolean changesKeys() {
    return staff.manageKeys() instanceof TenantScope;
  }

  /** Whether the member may add and change members now. */
  public boolean changesMembers() {
    return staff.manageMembers() instanceof TenantScope;
  }

  public List<Tab> tabs() {
    return Tab.of(staff.member().role());
  }
}
