package dev.latchkey.adapters.dashboard.view;

import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;

/** One member, to be changed or removed. */
public record MemberPage(Frame frame, Member member, FormErrors faults) implements Framed {

  public String role(Role role) {
    return frame.language().text("members.role." + role);
  }

  /** Nobody changes their own role or removes themself, so a tenant always keeps an owner. */
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
