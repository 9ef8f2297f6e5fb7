package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.tenant.Member;
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

  /**
   * Returns whether the member is the signed-in one. Members cannot change their own role or remove themselves, so a
   * tenant always keeps an owner.
   */
  public boolean isSelf(Member member) {
    return member.id().equals(staff.member().id());
  }

  public List<Tab> tabs() {
    return Tab.of(staff.member().role());
  }
}
