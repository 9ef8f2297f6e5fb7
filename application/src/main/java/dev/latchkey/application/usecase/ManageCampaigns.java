package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Creates and changes campaigns from sound plans, and lists them for those who may read them. */
public final class ManageCampaigns implements ForManagingCampaigns {

  private final ForStoringCampaigns campaigns;
  private final ForMintingIds ids;
  private final ForTellingTime time;
  private final AuditTrail trail;

  public ManageCampaigns(ForStoringCampaigns campaigns, ForMintingIds ids, ForTellingTime time) {
    this.campaigns = campaigns;
    this.ids = ids;
    this.time = time;
    this.trail = new AuditTrail(ids, time);
  }

  @Override
  public Page<Campaign> list(Caller caller, PageRequest request) {
    CampaignReach reach = caller.readable();
    List<Campaign> readable = new ArrayList<>();
    OptionalLong before = request.before();
    // Usually the caller may read every campaign within reach. Then one batch is enough for the page and shows whether
    // there is another.
    int limit = Math.min(request.limit() + 1, PageRequest.HIGHEST_LIMIT);
    do {
      Page<Campaign> piece = campaigns.list(caller, reach, new PageRequest(limit, before));
      piece.items().stream().filter(caller::mayRead).forEach(readable::add);
      before = piece.next();
      limit = PageRequest.HIGHEST_LIMIT;
    } while (before.isPresent() && readable.size() <= request.limit());
    return Page.cut(readable, request, campaign -> campaign.id().value());
  }

  @Override
  public Page<Campaign> list(TenantView view, PageRequest request) {
    return campaigns.list(view, request);
  }

  @Override
  public Creating create(TenantScope scope, CampaignPlan plan) {
    List<Violation> faults = plan.faultsWhenMade();
    if (!faults.isEmpty()) {
      return new Creating.Unsound(faults);
    }
    Campaign campaign = Campaign.drafted(new CampaignId(ids.next()), scope.tenant(), plan, time.now());
    campaigns.add(
        scope,
        campaign,
        trail.entry(
            scope,
            AuditAction.CAMPAIGN_CREATED,
            campaign.id(),
            AuditedFields.created(campaign),
            Map.of("name", plan.name().value())));
    return new Creating.Created(campaign);
  }

  @Override
  public Changing change(CampaignScope scope, CampaignChange change) {
    return OptimisticRetry.run(() -> tryToChange(scope, change));
  }

  private Optional<Changing> tryToChange(CampaignScope scope, CampaignChange change) {
    Campaign current = campaigns.find(scope)
        .orElseThrow(() -> new IllegalStateException("No campaign is ever removed"));
    CampaignPlan plan = change.of(current.plan());
    if (plan.equals(current.plan())) {
      return Optional.of(new Changing.Changed(current));
    }
    List<Violation> faults = plan.faultsAfter(current.plan());
    if (!faults.isEmpty()) {
      return Optional.of(new Changing.Unsound(faults));
    }
    Campaign changed = current.changed(plan, time.now());
    return switch (campaigns.replace(scope, changed, entry(scope, current, changed))) {
      case DONE -> Optional.of(new Changing.Changed(changed));
      // A concurrent change was first. This change is applied again to the new state.
      case STALE -> Optional.empty();
    };
  }

  private AuditEntry entry(CampaignScope scope, Campaign before, Campaign after) {
    FieldChanges changes = AuditedFields.changed(before, after);
    Map<String, String> details = Map.of("name", after.plan().name().value(), "changed", changes.names());
    return trail.entry(scope, AuditAction.CAMPAIGN_CHANGED, changes, details);
  }
}
