package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;

/** Whoever runs the platform, proven by the operator token. Only an {@link OperatorToken} gives one out. */
public sealed interface Operator extends OperatorDecision permits AdmittedOperator {

  Optional<InetAddress> address();

  /** The affairs of a tenant. */
  TenantScope enter(Tenant tenant);
}
