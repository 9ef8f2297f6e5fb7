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
    return language().text("members.role." + role);
  }

  public String here(DashboardUrls place) {
    return Tab.MEMBERS.href(place) + "/" + member.id().value();
  }

  public String to(String change) {
    return here(frame.place()) + "/" + change;
  }
}
