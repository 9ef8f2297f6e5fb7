package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;

record SignedInMember(Session session, Optional<InetAddress> address) implements Staff {

  @Override
  public Member member() {
    return session.member();
  }

  @Override
  public Tenant tenant() {
    return session.tenant();
  }

  @Override
  public OwnAccount account() {
    return new SignedInAccount(session, address);
  }

  @Override
  public TenantView enter() {
    return new ViewedTenant(tenant().id());
  }

  @Override
  public StaffView inspectKeys() {
    return inspection(Role.ADMIN);
  }

  @Override
  public StaffView inspectMembers() {
    return inspection(Role.OWNER);
  }

  @Override
  public StaffEntry manageKeys() {
    return entry(Role.ADMIN, false);
  }

  @Override
  public StaffEntry manageMembers() {
    return entry(Role.OWNER, true);
  }

  private StaffView inspection(Role needed) {
    return member().role().includes(needed) ? enter() : new RoleTooLow(needed);
  }

  private StaffEntry entry(Role needed, boolean managesMembers) {
    if (!member().role().includes(needed)) {
      return new RoleTooLow(needed);
    }
    return switch (tenant().standing()) {
      case ACTIVE -> new EnteredTenant(
          tenant().id(), new Actor.Staff(member().id()), address, Environment.LIVE, managesMembers);
      case SUSPENDED -> new TenantSuspended();
    };
  }
}
