package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;
import java.util.function.Function;

record AdmittedCaller(StoredKey credential, AccessRequest attempt, Optional<RateVerdict> rate) implements Caller {

  @Override
  public Optional<Permission> permission() {
    return attempt.permission();
  }

  @Override
  public TenantScope enter() {
    if (permission().isEmpty()) {
      throw new IllegalStateException("A request that requires no permission cannot act on a tenant");
    }
    return scope();
  }

  @Override
  public TenantEntry enter(Permission permission) {
    return switch (AccessCheck.PERMISSION_HELD.run(context(permission))) {
      case CheckOutcome.Passed _ -> scope();
      case Refusal refusal -> refusal;
    };
  }

  @Override
  public CampaignEntry enter(
      CampaignId id,
      Permission permission,
      TenantClaim claim,
      Function<CampaignId, Optional<Campaign>> find) {
    AccessContext outside = context(permission).claiming(claim);
    if (AccessPolicy.firstRefusal(AccessPolicy.BEFORE_THE_CAMPAIGN, outside) instanceof Refusal refusal) {
      return refusal;
    }
    CampaignLookup visit = new CampaignLookup(id, find.apply(id)).within(tenant());
    AccessContext inside = outside.visiting(visit);
    if (AccessPolicy.firstRefusal(AccessPolicy.AT_THE_CAMPAIGN, inside) instanceof Refusal refusal) {
      return refusal;
    }
    return new EnteredCampaign(visit.found().orElseThrow(), permission, actor(), attempt.address());
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
    return enter(
        campaign.id(),
        Permission.CAMPAIGNS_READ,
        new TenantClaim.Absent(),
        _ -> Optional.of(campaign)) instanceof CampaignScope;
  }

  private TenantScope scope() {
    return new EnteredTenant(tenant(), actor(), attempt.address(), credential.key().environment(), false);
  }

  private AccessContext context(Permission permission) {
    return AccessContext.into(credential, new AccessRequest(Optional.of(permission), attempt.address(), attempt.at()));
  }

  private Actor actor() {
    return new Actor.Holder(credential.key().id());
  }
}
