package dev.latchkey.domain.tenant;

import java.time.Instant;

/**
 * A session that starts.
 *
 * @param tokenDigest see {@link SessionToken#digest}
 * @param expiresAt when it ends, however much it is used
 */
public record NewSession(
    String tokenDigest, Member member, SessionOrigin origin, Instant startedAt, Instant expiresAt) {

  /** A session that starts now and lasts {@link Session#LASTS} at most. */
  public static NewSession of(SessionToken token, Member member, SessionOrigin origin, Instant now) {
    return new NewSession(token.digest(), member, origin, now, now.plus(Session.LASTS));
  }
}
