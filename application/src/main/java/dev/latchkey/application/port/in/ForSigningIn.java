package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Signs members in to and out of the dashboard. Every method throws {@link StoreUnavailable} if the store cannot be
 * reached.
 */
public interface ForSigningIn {

  /** The result of signing in. */
  sealed interface SigningIn {

    /** The session has started. */
    record SignedIn(SessionToken token) implements SigningIn {}

    /** The e-mail address, the password or the tenant is wrong; the result does not reveal which. */
    record WrongLogin() implements SigningIn {}

    /** Too many attempts from this address. Nothing was compared, for any login. */
    record TooManyAttempts(Duration retryAfter) implements SigningIn {}
  }

  /**
   * Starts a session that lasts at most twelve hours, and at most two hours without use. A member has at most twenty
   * sessions; the oldest ones end. A wrong e-mail address, a wrong password and an unknown tenant have the same result
   * and take the same time. Attempts and failures are limited per source address and never per login, so guessing
   * cannot lock a member out. Slow on purpose; never called on an event loop.
   *
   * @param origin the origin of the attempt; all attempts without a known address count as one source
   */
  SigningIn signIn(TenantId tenant, Email email, Password password, SessionOrigin origin);

  /**
   * Returns the member of the session. Its use is recorded at most once a minute.
   *
   * @param address the client's address, for the audit trail; empty if unknown
   * @return the member; empty if there is no such session or it has ended
   */
  Optional<Staff> resume(SessionToken token, Optional<InetAddress> address);

  /** Ends the session permanently. */
  void signOut(SessionToken token);
}
