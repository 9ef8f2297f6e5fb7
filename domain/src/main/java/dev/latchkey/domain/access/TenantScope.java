package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.key.Environment;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Proof that somebody may act on a tenant's affairs. Only a caller, the operator or a signed-in member gives one out.
 */
public sealed interface TenantScope extends TenantEntry, StaffEntry, TenantView permits EnteredTenant {

  Actor actor();

  /** Where the request came from; empty where that is not known. */
  Optional<InetAddress> address();

  /** The environment of keys that are made without naming one: the acting key's own, else {@code live}. */
  Environment environment();

  /** Whether the tenant's members may be managed with it, as the operator and owners may. */
  boolean managesMembers();
}
