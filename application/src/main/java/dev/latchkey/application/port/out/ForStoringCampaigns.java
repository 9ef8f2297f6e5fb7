package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.CampaignId;
import java.util.Optional;

/**
 * The campaigns of one tenant: a campaign of another tenant is not there. Every method throws {@link StoreUnavailable}
 * where the store cannot be reached, and then nothing is known.
 */
public interface ForStoringCampaigns {

  /**
   * Stores a new campaign and the audit entry, both or neither.
   *
   * @throws IllegalArgumentException where the campaign is another tenant's
   */
  void add(TenantScope scope, Campaign campaign, AuditEntry entry);

  /** The campaign as it is now; empty where the caller's tenant has none of that id. */
  Optional<Campaign> find(Caller caller, CampaignId id);

  /**
   * The campaigns of the caller's tenant that are within reach, newest first, whether the caller may read them or not. It
   * looks at none out of reach, however many there are.
   */
  Page<Campaign> list(Caller caller, CampaignReach reach, PageRequest request);

  /** The tenant's campaigns, newest first. */
  Page<Campaign> list(TenantView view, PageRequest request);

  /** The campaign as it is now; empty where the tenant has none of that id. */
  Optional<Campaign> find(TenantView scope, CampaignId id);

  /** The campaign that was entered, as it is now; empty where it is no longer there. */
  Optional<Campaign> find(CampaignScope scope);

  /**
   * Replaces the campaign whose version is one less than the changed one's, and stores the audit entry, both or neither.
   *
   * @throws IllegalArgumentException where the changed campaign is not the one that was entered
   */
  Written replace(CampaignScope scope, Campaign changed, AuditEntry entry);
}
