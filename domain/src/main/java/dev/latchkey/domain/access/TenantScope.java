package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.key.format.Environment;
import java.net.InetAddress;
import java.util.Optional;

/** Proof of the right to act on a tenant. Created only by a caller, the operator or a signed-in member. */
public sealed interface TenantScope extends TenantEntry, StaffEntry, TenantView permits EnteredTenant {

  Actor actor();

  /** The client's address; empty if unknown. */
  Optional<InetAddress> address();

  /** The default environment of new keys: that of the acting key, otherwise {@code live}. */
  Environment environment();

  /** Whether the scope allows managing the tenant's members. The operator and owners have such a scope. */
  boolean managesMembers();
}
