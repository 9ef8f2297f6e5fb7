package dev.latchkey.domain.tenant;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's stay in the dashboard. It is over after twelve hours, and before that once it was not used for two.
 *
 * @param tokenDigest see {@link SessionToken#digest}
 * @param lastSeenAt the last use that was noted, at most {@link #NOTED_EVERY} behind the last one
 * @param expiresAt when it is over, however much it is used
 */
public record Session(
    String tokenDigest,
    Member member,
    Tenant tenant,
    SessionOrigin origin,
    Instant startedAt,
    Instant lastSeenAt,
    Instant expiresAt) {

  public static final Duration LASTS = Duration.ofHours(12);

  /** How long a session lasts without being used. */
  public static final Duration IDLE = Duration.ofHours(2);

  /** How often a use is noted at most, so that not every request writes. */
  public static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** How many sessions a member has at most; the oldest end. */
  public static final int MOST_PER_MEMBER = 20;

  private static final int LENGTH_OF_ID = 16;

  public Session {
    if (!member.tenant().equals(tenant.id())) {
      throw new IllegalArgumentException("The member works for another tenant");
    }
  }

  public boolean isOverAt(Instant moment) {
    return !moment.isBefore(expiresAt) || !moment.isBefore(lastSeenAt.plus(IDLE));
  }

  /** Whether a use at that moment is to be noted. One before the last noted use is: a clock was set back. */
  public boolean isToBeNotedAt(Instant moment) {
    return moment.isBefore(lastSeenAt) || !moment.isBefore(lastSeenAt.plus(NOTED_EVERY));
  }

  /** What its owner calls it: the beginning of the digest, which neither is the token nor leads to it. */
  public String id() {
    return tokenDigest.substring(0, LENGTH_OF_ID);
  }
}
