package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

record SignedInMember(Session session, Optional<InetAddress> address) implements Staff {

  // All that a key can have: a ceiling over no key, but one that keeps the scope away from the members.
  private static final Grant ANY_KEY = new Grant(Set.of(Permission.values()), CampaignAccess.EVERYWHERE);

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
  public TenantView view() {
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
    return entry(Role.ADMIN, Optional.of(ANY_KEY));
  }

  @Override
  public StaffEntry manageMembers() {
    return entry(Role.OWNER, Optional.empty());
  }

  private StaffView inspection(Role needed) {
    return member().role().includes(needed) ? view() : new RoleTooLow(needed);
  }

  private StaffEntry entry(Role needed, Optional<Grant> ceiling) {
    if (!member().role().includes(needed)) {
      return new RoleTooLow(needed);
    }
    return switch (tenant().standing()) {
      case ACTIVE -> new EnteredTenant(tenant().id(), new Actor.Staff(member().id()), address, ceiling);
      case SUSPENDED -> new TenantSuspended();
    };
  }
}
