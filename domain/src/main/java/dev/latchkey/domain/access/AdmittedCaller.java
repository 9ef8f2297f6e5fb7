package dev.latchkey.domain.access;

import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.TenantClaim;
import java.util.Optional;

record AdmittedCaller(StoredKey credential, AccessRequest request, Optional<RateVerdict> rate) implements Caller {

  @Override
  public TenantScope enter() {
    if (permission().isEmpty()) {
      throw new IllegalStateException("A request that requires no permission cannot act on a tenant");
    }
    return scope();
  }

  @Override
  public TenantEntry enter(Permission permission) {
    AccessCheck.Context context = AccessCheck.Context.of(credential, request.requiring(permission), Optional.empty());
    return switch (AccessCheck.PERMISSION_HELD.run(context)) {
      case CheckOutcome.Passed _ -> scope();
      case Refusal refusal -> refusal;
    };
  }

  @Override
  public CampaignReach readable() {
    Grant grant = credential.key().settings().grant();
    return grant.allows(Permission.CAMPAIGNS_READ)
        ? grant.campaignAccess().reach(Permission.CAMPAIGNS_READ.action())
        : CampaignReach.NOWHERE;
  }

  @Override
  public boolean mayRead(Campaign campaign) {
    CampaignLookup found = new CampaignLookup(campaign.id(), Optional.of(campaign));
    return AccessPolicy.enter(
        this, found, Permission.CAMPAIGNS_READ, new TenantClaim.Absent()) instanceof CampaignScope;
  }

  private TenantScope scope() {
    return new EnteredTenant(tenant(), actor(), request.address(), credential.key().environment(), false);
  }
}
