package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.TenantStatus;
import java.net.InetAddress;
import java.util.Optional;

/** Proof that a member acts on what is their own: the password and the sessions. Only {@link Staff} gives one out. */
public sealed interface OwnAccount permits SignedInAccount {

  /** The session in which the member acts. */
  Session session();

  /** Where the request came from; empty where that is not known. */
  Optional<InetAddress> address();

  default Member member() {
    return session().member();
  }

  default TenantId tenant() {
    return member().tenant();
  }

  /**
   * Whether the member may change the password: not while the tenant is suspended. Sessions can be ended all the same, as
   * the staff of a suspended tenant signs in and out.
   */
  default boolean mayChangePassword() {
    return session().tenant().standing() == TenantStatus.ACTIVE;
  }

  default Actor actor() {
    return new Actor.Staff(member().id());
  }
}
