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
 * Members in and out of the dashboard. Every method throws {@link StoreUnavailable} where the store cannot be reached.
 */
public interface ForSigningIn {

  /** How signing in ended. */
  sealed interface SigningIn {

    /** The session has begun. */
    record SignedIn(SessionToken token) implements SigningIn {}

    /** The e-mail address, the password or the tenant is wrong; it is not said which. */
    record WrongLogin() implements SigningIn {}

    /** Too much was tried from this address. Nothing was compared, whoever the login belongs to. */
    record TooManyAttempts(Duration retryAfter) implements SigningIn {}
  }

  /**
   * Starts a session that lasts twelve hours, and two without being used. A member has at most twenty; the oldest end. A wrong e-mail address, a wrong password and an unknown tenant are one
   * answer that takes the same time. Attempts and failures are limited per source address and never per login, so nobody
   * can lock a member out by guessing. Slow on purpose; never called on an event loop.
   *
   * @param origin where the attempt comes from; all whose address is not known count as one
   */
  SigningIn signIn(TenantId tenant, Email email, Password password, SessionOrigin origin);

  /**
   * Whose session it is. That it was used is noted once a minute at most.
   *
   * @param address where the request comes from, for the audit trail; empty where that is not known
   * @return the member; empty where the session is nobody's or over
   */
  Optional<Staff> resume(SessionToken token, Optional<InetAddress> address);

  /** Ends the session for good. */
  void signOut(SessionToken token);
}
