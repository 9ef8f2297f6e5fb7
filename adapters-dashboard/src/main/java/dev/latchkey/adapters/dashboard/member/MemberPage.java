package dev.latchkey.adapters.dashboard.member;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;

/** Model of the page that changes or removes a member. */
public record MemberPage(Frame frame, Member member, FormErrors faults) implements Framed {

  public String role(Role role) {
    return frame.language().text("members.role." + role);
  }

  /**
   * Returns whether the member is the signed-in one. Members cannot change their own role or remove themselves, so a
   * tenant always keeps an owner.
   */
  public boolean isSelf() {
    return member.id().equals(frame.staff().member().id());
  }

  public String here(DashboardUrls place) {
    return Tab.MEMBERS.href(place) + "/" + member.id().value();
  }

  public String to(String change) {
    return here(frame.place()) + "/" + change;
  }
}
