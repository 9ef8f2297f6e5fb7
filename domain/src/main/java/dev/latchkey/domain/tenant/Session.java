package dev.latchkey.domain.tenant;

import dev.latchkey.domain.MayBePrinted;
import java.time.Duration;
import java.time.Instant;

/**
 * A member's session in the dashboard. It ends after twelve hours, or after two hours without use.
 *
 * @param tokenDigest see {@link SessionToken#digest}
 * @param lastSeenAt the last recorded use, at most {@link #NOTED_EVERY} before the last use
 * @param expiresAt when it ends, regardless of its use
 */
public record Session(
    @MayBePrinted("A digest of 256 random bits gives nothing away.") String tokenDigest,
    Member member,
    Tenant tenant,
    SessionOrigin origin,
    Instant startedAt,
    Instant lastSeenAt,
    Instant expiresAt) {

  public static final Duration LASTS = Duration.ofHours(12);

  /** Maximum time without use. */
  public static final Duration IDLE = Duration.ofHours(2);

  /** Minimum interval between recorded uses, so that not every request writes. */
  public static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** Maximum number of sessions per member; the oldest ones end. */
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

  /**
   * Whether to record a use at that moment. A use before the last recorded one means that a clock was set back, and is
   * recorded.
   */
  public boolean isToBeNotedAt(Instant moment) {
    return moment.isBefore(lastSeenAt) || !moment.isBefore(lastSeenAt.plus(NOTED_EVERY));
  }

  /** Returns the public id: the beginning of the digest. It does not reveal the token. */
  public String id() {
    return tokenDigest.substring(0, LENGTH_OF_ID);
  }
}
