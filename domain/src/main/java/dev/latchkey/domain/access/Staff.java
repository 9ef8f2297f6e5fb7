package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** A member who is signed in to the dashboard. Created only by {@link #resumed}. */
public sealed interface Staff permits SignedInMember {

  Member member();

  Tenant tenant();

  /** Returns the proof for the member's own password and sessions, for every role. */
  OwnAccount account();

  /** Returns a view of the tenant. Every role may have it. */
  TenantView enter();

  /** Checks whether the member may see the decisions about the tenant's keys. Admins and owners may. */
  StaffView inspectKeys();

  /** Checks whether the member may see the tenant's members. Owners may. */
  StaffView inspectMembers();

  /**
   * Checks whether the member may change the tenant's keys. Admins and owners of an active tenant may. The scope does
   * not allow changes to members.
   */
  StaffEntry manageKeys();

  /** Checks whether the member may change the tenant's members. Owners of an active tenant may. */
  StaffEntry manageMembers();

  /**
   * Resumes a session.
   *
   * @param address the client's address, for the audit trail; empty if unknown
   * @return the member; empty if the token does not match the session or the session has ended
   */
  static Optional<Staff> resumed(
      SessionToken token, Session session, Optional<InetAddress> address, Instant at) {
    boolean proven = session.tokenDigest().equals(token.digest()) && !session.isOverAt(at);
    return proven ? Optional.of(new SignedInMember(session, address)) : Optional.empty();
  }
}
