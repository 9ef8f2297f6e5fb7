package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.Grant;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Proof that somebody may act on a tenant's affairs. Only a caller, the operator or a signed-in member gives one out.
 */
public sealed interface TenantScope extends TenantEntry, StaffEntry, TenantView permits EnteredTenant {

  Actor actor();

  /** Where the request came from; empty where that is not known. */
  Optional<InetAddress> address();

  /** The most that may be handed on from here; empty: anything. A key grants nothing that it does not have. */
  Optional<Grant> ceiling();
}
