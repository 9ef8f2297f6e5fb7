package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Tenant;
import java.util.Optional;
import java.util.Set;

record SignedInMember(Member member, Tenant tenant) implements Staff {

  private static final Grant NOTHING = new Grant(Set.of(), CampaignAccess.NONE);

  @Override
  public TenantScope view() {
    return new EnteredTenant(tenant.id(), new Actor.Staff(member.id()), Optional.empty(), Optional.of(NOTHING));
  }
}
