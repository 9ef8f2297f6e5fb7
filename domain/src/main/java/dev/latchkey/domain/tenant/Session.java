package dev.latchkey.domain.tenant;

import java.time.Instant;

/**
 * Somebody's stay in the dashboard.
 *
 * @param tokenDigest see {@link SessionToken#digest}
 */
public record Session(String tokenDigest, Member member, Tenant tenant, Instant expiresAt) {

  public Session {
    if (!member.tenant().equals(tenant.id())) {
      throw new IllegalArgumentException("The member works for another tenant");
    }
  }

  public boolean isOverAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }
}
