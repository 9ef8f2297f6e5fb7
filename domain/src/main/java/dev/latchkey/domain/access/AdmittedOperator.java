package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;

record AdmittedOperator(Optional<InetAddress> address) implements Operator {

  @Override
  public TenantScope enter(Tenant tenant) {
    return new EnteredTenant(tenant.id(), new Actor.Operator(), address, Environment.LIVE, true);
  }
}
