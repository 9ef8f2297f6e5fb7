package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.StaffEntry;
import dev.latchkey.domain.access.StaffView;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantSuspended;
import dev.latchkey.domain.access.TenantView;

/** Values of {@code @Secured} for pages: what the role of the signed-in member has to permit. */
public final class StaffRight {

  /** Every role has it. */
  public static final String ANY = "staff";

  public static final String INSPECT_KEYS = "staff:inspect-keys";
  public static final String MANAGE_KEYS = "staff:manage-keys";
  public static final String INSPECT_MEMBERS = "staff:inspect-members";
  public static final String MANAGE_MEMBERS = "staff:manage-members";

  private StaffRight() {}

  /** The result of checking a member's right. */
  sealed interface Check {

    record Granted(TenantView tenant) implements Check {}

    record Refused(PageRefusal reason) implements Check {}

    /** No such right exists, so no member has it. */
    record Unknown() implements Check {}
  }

  static Check check(String right, Staff staff) {
    return switch (right) {
      case ANY -> new Check.Granted(staff.enter());
      case INSPECT_KEYS -> check(staff.inspectKeys());
      case MANAGE_KEYS -> check(staff.manageKeys());
      case INSPECT_MEMBERS -> check(staff.inspectMembers());
      case MANAGE_MEMBERS -> check(staff.manageMembers());
      default -> new Check.Unknown();
    };
  }

  private static Check check(StaffView result) {
    return switch (result) {
      case TenantView view -> new Check.Granted(view);
      case RoleTooLow _ -> new Check.Refused(PageRefusal.FORBIDDEN);
    };
  }

  private static Check check(StaffEntry result) {
    return switch (result) {
      case TenantScope scope -> new Check.Granted(scope);
      case RoleTooLow _ -> new Check.Refused(PageRefusal.FORBIDDEN);
      case TenantSuspended() -> new Check.Refused(PageRefusal.SUSPENDED);
    };
  }
}
