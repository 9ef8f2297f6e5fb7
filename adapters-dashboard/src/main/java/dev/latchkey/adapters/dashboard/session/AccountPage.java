package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.tenant.Session;
import java.net.InetAddress;
import java.util.List;

/**
 * Model of the page with a member's own password and sessions.
 *
 * @param sessions the current sessions, newest first
 */
public record AccountPage(Frame frame, List<Session> sessions, FormErrors faults) implements Framed {

  public AccountPage {
    sessions = List.copyOf(sessions);
  }

  public boolean mayChangePassword() {
    return frame.staff().account().mayChangePassword();
  }

  public boolean isThisOne(Session session) {
    return session.tokenDigest().equals(frame.staff().account().session().tokenDigest());
  }

  public boolean hasOthers() {
    return sessions.stream().anyMatch(session -> !isThisOne(session));
  }

  public String started(Session session) {
    return frame.language().moment(session.startedAt());
  }

  public String lastSeen(Session session) {
    return frame.language().moment(session.lastSeenAt());
  }

  public String address(Session session) {
    return session.origin().address().map(InetAddress::getHostAddress)
        .orElseGet(() -> frame.language().text("account.unknown"));
  }

  public String userAgent(Session session) {
    return session.origin().userAgent().orElseGet(() -> frame.language().text("account.unknown"));
  }

  public String to(String change) {
    return frame.place().account() + "/" + change;
  }
}
