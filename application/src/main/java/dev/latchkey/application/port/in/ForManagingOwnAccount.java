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
 * A member's own password and sessions, whatever the role. Every method throws {@link StoreUnavailable} where the store
 * cannot be reached, and a change also where others keep being first.
 */
public interface ForManagingOwnAccount {

  /** How changing one's own password ended. */
  sealed interface PasswordChange {

    /** The password is changed, and all sessions are over but the new one of this token. */
    record Changed(SessionToken token) implements PasswordChange {}

    /** The present password is another one. Nothing was changed. */
    record NotConfirmed() implements PasswordChange {}

    /** The member's tenant is suspended. Nothing was compared, counted or changed. */
    record Suspended() implements PasswordChange {}

    /** Too much was tried from this address. Nothing was compared and nothing changed. */
    record TooManyAttempts(Duration retryAfter) implements PasswordChange {}
  }

  /**
   * Changes the member's password, given the present one, unless the tenant is suspended. Attempts and failures count against the same limits as those of
   * signing in. Slow on purpose; never called on an event loop.
   *
   * @param origin where the session that follows is started
   */
  PasswordChange changePassword(OwnAccount account, Password present, ChosenPassword chosen, SessionOrigin origin);

  /** The member's sessions that are not over, the newest first; at most {@link Session#MOST_PER_MEMBER}. */
  List<Session> sessions(OwnAccount account);

  /**
   * Ends one of the member's sessions for good, also while the tenant is suspended; nothing happens where there is none of
   * that id.
   *
   * @param id see {@link Session#id}
   */
  void endSession(OwnAccount account, String id);

  /** Ends all of the member's sessions but the one in which the member acts, also while the tenant is suspended. */
  void endOtherSessions(OwnAccount account);
}
