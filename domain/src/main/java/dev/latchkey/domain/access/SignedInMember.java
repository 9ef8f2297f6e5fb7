package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

record SignedInMember(Member member, Tenant tenant, Optional<InetAddress> address) implements Staff {

  // All that a key can have: a ceiling over no key, but one that keeps the scope away from the members.
  private static final Grant ANY_KEY = new Grant(Set.of(Permission.values()), CampaignAccess.EVERYWHERE);

  @Override
  public TenantView view() {
    return new ViewedTenant(tenant.id());
  }

  @Override
  public StaffEntry manageKeys() {
    return entry(Role.ADMIN, Optional.of(ANY_KEY));
  }

  @Override
  public StaffEntry manageMembers() {
    return entry(Role.OWNER, Optional.empty());
  }

  private StaffEntry entry(Role needed, Optional<Grant> ceiling) {
    return member.role().includes(needed)
        ? new EnteredTenant(tenant.id(), new Actor.Staff(member.id()), address, ceiling)
        : new RoleTooLow(needed);
  }
}
