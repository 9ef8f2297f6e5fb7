package dev.latchkey.adapters.dashboard.member;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
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
    return frame.language().text("members.role." + role);
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean isSelf(Member member) {
    return member.id().equals(frame.staff().member().id());
  }

  public String here() {
    return Tab.MEMBERS.href(frame.place());
  }

  public String of(Member member) {
    return here() + "/" + member.id().value();
  }

  public boolean hasMore() {
    return members.next().isPresent();
  }

  public String more() {
    return here() + "?before=" + members.next().orElseThrow();
  }
}
