package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** A member who is signed in to the dashboard. Only {@link #resumed} gives one out. */
public sealed interface Staff permits SignedInMember {

  Member member();

  Tenant tenant();

  /** The tenant's affairs, to look at; every role may. */
  TenantScope view();

  /** Takes a session up again; empty where the token is another one's or the session is over. */
  static Optional<Staff> resumed(SessionToken token, Session session, Instant at) {
    boolean proven = session.tokenDigest().equals(token.digest()) && !session.isOverAt(at);
    return proven ? Optional.of(new SignedInMember(session.member(), session.tenant())) : Optional.empty();
  }
}
