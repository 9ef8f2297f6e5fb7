package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import java.util.List;

/**
 * A tenant's voice campaigns. Every method throws {@link StoreUnavailable} where the store cannot be reached, and a change
 * also where others keep being first.
 */
public interface ForManagingCampaigns {

  /** How creating a campaign ended. */
  sealed interface Creating {

    record Created(Campaign campaign) implements Creating {}

    /** The plan does not fit together; all its faults at once. Nothing was stored. */
    record Unsound(List<Violation> faults) implements Creating {}
  }

  /** How changing a campaign ended. */
  sealed interface Changing {

    /** The campaign after the change; as it was, where the change changes nothing. */
    record Changed(Campaign campaign) implements Changing {}

    /** What would come out does not fit together; all its faults at once. Nothing was changed. */
    record Unsound(List<Violation> faults) implements Changing {}
  }

  /** The campaigns that the caller may read, newest first. Those that it may not are not there, in no count and no page. */
  Page<Campaign> list(Caller caller, PageRequest request);

  /** The tenant's campaigns, newest first, for its staff to choose from. */
  Page<Campaign> list(TenantView view, PageRequest request);

  /** Makes a campaign, as a draft. */
  Creating create(TenantScope scope, CampaignPlan plan);

  /** Changes the campaign that was entered; what somebody else changed meanwhile is kept, unless this names it too. */
  Changing change(CampaignScope scope, CampaignChange change);
}
