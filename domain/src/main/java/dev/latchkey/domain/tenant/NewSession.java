package dev.latchkey.domain.tenant;

import dev.latchkey.domain.MayBePrinted;
import java.time.Instant;

/**
 * A new session.
 *
 * @param tokenDigest see {@link SessionToken#digest}
 * @param expiresAt when it ends, regardless of its use
 */
public record NewSession(
    @MayBePrinted("A digest of 256 random bits gives nothing away.") String tokenDigest, Member member,
    SessionOrigin origin, Instant startedAt, Instant expiresAt) {

  /** Creates a session that starts now and lasts at most {@link Session#LASTS}. */
  public static NewSession of(SessionToken token, Member member, SessionOrigin origin, Instant now) {
    return new NewSession(token.digest(), member, origin, now, now.plus(Session.LASTS));
  }
}
