package dev.latchkey.adapters.dashboard.member;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Pager;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import java.util.Map;

/**
 * Model of the list of members with the form that adds one.
 *
 * @param first whether it is the first page of the list
 * @param typed the values typed before, never the password
 */
public record MembersPage(
    Frame frame, Page<Member> members, boolean first, Map<String, String> typed, FormErrors faults)
    implements
      Framed {

  public MembersPage {
    typed = Map.copyOf(typed);
  }

  public String role(Role role) {
    return language().text("members.role." + role);
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public String of(Member member) {
    return Tab.MEMBERS.href(frame.place()) + "/" + member.id().value();
  }

  public Pager pager() {
    return new Pager("members", Tab.MEMBERS.href(frame.place()), first, members.next());
  }
}
