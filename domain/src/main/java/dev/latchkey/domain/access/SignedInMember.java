package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;

record SignedInMember(Member member, Tenant tenant, Optional<InetAddress> address) implements Staff {

  @Override
  public TenantView view() {
    return new ViewedTenant(tenant.id());
  }

  @Override
  public StaffEntry manageKeys() {
    return entry(Role.ADMIN, false);
  }

  @Override
  public StaffEntry manageMembers() {
    return entry(Role.OWNER, true);
  }

  private StaffEntry entry(Role needed, boolean managesMembers) {
    return member.role().includes(needed)
        ? new EnteredTenant(tenant.id(), new Actor.Staff(member.id()), address, Environment.LIVE, managesMembers)
        : new RoleTooLow(needed);
  }
}
