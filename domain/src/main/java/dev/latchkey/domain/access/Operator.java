package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;

/** The operator of the platform, proven by the operator token. Created only by {@link OperatorToken}. */
public sealed interface Operator extends OperatorDecision permits AdmittedOperator {

  Optional<InetAddress> address();

  /** Returns a scope for acting on the tenant. */
  TenantScope enter(Tenant tenant);
}
