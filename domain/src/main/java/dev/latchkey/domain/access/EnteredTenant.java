package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.id.TenantId;
import java.net.InetAddress;
import java.util.Optional;

record EnteredTenant(TenantId tenant, Actor actor, Optional<InetAddress> address, Optional<Grant> ceiling)
    implements
      TenantScope {}
