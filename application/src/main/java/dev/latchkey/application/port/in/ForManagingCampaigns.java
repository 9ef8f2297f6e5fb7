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
 * Manages a tenant's voice campaigns. Every method throws {@link StoreUnavailable} if the store cannot be reached, and
 * changes also after too many conflicts.
 */
public interface ForManagingCampaigns {

  /** The result of creating a campaign. */
  sealed interface Creating {

    record Created(Campaign campaign) implements Creating {}

    /** The plan is invalid; all faults are listed. Nothing was stored. */
    record Unsound(List<Violation> faults) implements Creating {

      public Unsound {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The result of changing a campaign. */
  sealed interface Changing {

    /** The campaign after the change; unchanged if the change has no effect. */
    record Changed(Campaign campaign) implements Changing {}

    /** The changed plan would be invalid; all faults are listed. Nothing was changed. */
    record Unsound(List<Violation> faults) implements Changing {

      public Unsound {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Returns the campaigns that the caller may read, newest first. All others are absent from every count and page. */
  Page<Campaign> list(Caller caller, PageRequest request);

  /** Returns the tenant's campaigns, newest first, for its members to choose from. */
  Page<Campaign> list(TenantView view, PageRequest request);

  /** Creates a campaign as a draft. */
  Creating create(TenantScope scope, CampaignPlan plan);

  /** Changes the campaign of the scope; concurrent changes to other fields are kept. */
  Changing change(CampaignScope scope, CampaignChange change);
}
