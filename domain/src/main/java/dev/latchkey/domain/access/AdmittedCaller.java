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

record AdmittedCaller(Credential credential, Attempt attempt, Optional<RateVerdict> rate) implements Caller {

  @Override
  public TenantEntry enter(Permission permission) {
    return switch (Question.PERMISSION_HELD.run(context(permission))) {
      case Answer.Passed _ ->
        new EnteredTenant(tenant(), actor(), attempt.address(), credential.key().environment(), false);
      case Refusal refusal -> refusal;
    };
  }

  @Override
  public CampaignEntry enter(
      CampaignId id,
      Permission permission,
      TenantClaim claim,
      Function<CampaignId, Optional<Campaign>> find) {
    Inquiry outside = context(permission).claiming(claim);
    if (AccessRules.firstRefusal(AccessRules.BEFORE_THE_CAMPAIGN, outside) instanceof Refusal refusal) {
      return refusal;
    }
    Visit visit = new Visit(id, find.apply(id)).within(tenant());
    Inquiry inside = outside.visiting(visit);
    if (AccessRules.firstRefusal(AccessRules.AT_THE_CAMPAIGN, inside) instanceof Refusal refusal) {
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

  private Inquiry context(Permission permission) {
    return Inquiry.into(credential, new Attempt(Optional.of(permission), attempt.address(), attempt.at()));
  }

  private Actor actor() {
    return new Actor.Holder(credential.key().id());
  }
}
