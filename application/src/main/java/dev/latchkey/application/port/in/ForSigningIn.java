package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.SessionToken;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Members in and out of the dashboard. Every method throws {@link StoreUnavailable} where the store cannot be reached.
 */
public interface ForSigningIn {

  /**
   * Starts a session that lasts twelve hours. A wrong e-mail address, a wrong password and an unknown tenant are one
   * answer that takes the same time. Slow on purpose; never called on an event loop.
   *
   * @return the session's token; empty where the login is wrong
   */
  Optional<SessionToken> signIn(TenantId tenant, Email email, Password password);

  /**
   * Whose session it is.
   *
   * @param address where the request comes from, for the audit trail; empty where that is not known
   * @return the member; empty where the session is nobody's or over
   */
  Optional<Staff> resume(SessionToken token, Optional<InetAddress> address);

  /** Ends the session for good. */
  void signOut(SessionToken token);
}
