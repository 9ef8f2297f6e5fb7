package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** A member who is signed in to the dashboard. Only {@link #resumed} gives one out. */
public sealed interface Staff permits SignedInMember {

  Member member();

  Tenant tenant();

  /** What is the member's own, whatever the role. */
  OwnAccount account();

  /** The tenant's affairs, to look at; every role may. */
  TenantView enter();

  /** Asks whether the member may look into the decisions about the tenant's keys, as admins and owners may. */
  StaffView inspectKeys();

  /** Asks whether the member may look at the tenant's members, as owners may. */
  StaffView inspectMembers();

  /**
   * Asks whether the member may change the tenant's keys, as admins and owners of an active tenant may. Members cannot be
   * changed with it.
   */
  StaffEntry manageKeys();

  /** Asks whether the member may change the tenant's members, as owners of an active tenant may. */
  StaffEntry manageMembers();

  /**
   * Takes a session up again.
   *
   * @param address where the request comes from, for the audit trail; empty where that is not known
   * @return the member; empty where the token is another one's or the session is over
   */
  static Optional<Staff> resumed(
      SessionToken token, Session session, Optional<InetAddress> address, Instant at) {
    boolean proven = session.tokenDigest().equals(token.digest()) && !session.isOverAt(at);
    return proven ? Optional.of(new SignedInMember(session, address)) : Optional.empty();
  }
}
