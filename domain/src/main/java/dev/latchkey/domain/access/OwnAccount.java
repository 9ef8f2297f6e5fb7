package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.TenantStatus;
import java.net.InetAddress;
import java.util.Optional;

/** Proof that a member acts on their own password and sessions. Created only by {@link Staff}. */
public sealed interface OwnAccount permits SignedInAccount {

  /** The session in which the member acts. */
  Session session();

  /** The client's address; empty if unknown. */
  Optional<InetAddress> address();

  default Member member() {
    return session().member();
  }

  default TenantId tenant() {
    return member().tenant();
  }

  /**
   * Whether the member may change the password. Not allowed while the tenant is suspended. Sessions can still be ended,
   * because members of a suspended tenant can sign in and out.
   */
  default boolean mayChangePassword() {
    return session().tenant().standing() == TenantStatus.ACTIVE;
  }

  default Actor actor() {
    return new Actor.Staff(member().id());
  }
}
