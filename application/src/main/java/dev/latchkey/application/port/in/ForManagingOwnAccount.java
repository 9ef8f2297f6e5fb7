package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import java.time.Duration;
import java.util.List;

/**
 * Manages a member's own password and sessions, for every role. Every method throws {@link StoreUnavailable} if the
 * store cannot be reached, and changes also after too many conflicts.
 */
public interface ForManagingOwnAccount {

  /** The result of changing one's own password. */
  sealed interface PasswordChange {

    /** The password was changed, and all sessions ended except the new one of this token. */
    record Changed(SessionToken token) implements PasswordChange {}

    /** The present password is wrong. Nothing was changed. */
    record NotConfirmed() implements PasswordChange {}

    /** The member's tenant is suspended. Nothing was compared, counted or changed. */
    record Suspended() implements PasswordChange {}

    /** Too many attempts from this address. Nothing was compared and nothing changed. */
    record TooManyAttempts(Duration retryAfter) implements PasswordChange {}
  }

  /**
   * Changes the member's password, given the present one, unless the tenant is suspended. Attempts and failures count
   * against the same limits as those of signing in. Slow on purpose; never called on an event loop.
   *
   * @param origin the origin of the new session
   */
  PasswordChange changePassword(OwnAccount account, Password present, ChosenPassword chosen, SessionOrigin origin);

  /** Returns the member's active sessions, newest first; at most {@link Session#MOST_PER_MEMBER}. */
  List<Session> sessions(OwnAccount account);

  /**
   * Ends one of the member's sessions permanently, even while the tenant is suspended; does nothing if there is no
   * session with that id.
   *
   * @param id see {@link Session#id}
   */
  void endSession(OwnAccount account, String id);

  /** Ends all of the member's sessions except the current one, even while the tenant is suspended. */
  void endOtherSessions(OwnAccount account);
}
