package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.Environment;
import java.net.InetAddress;
import java.util.Optional;

record EnteredTenant(
    TenantId tenant, Actor actor, Optional<InetAddress> address, Environment environment, boolean managesMembers)
    implements
      TenantScope {}
