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
 * Storage of the campaigns of one tenant: a campaign of another tenant is not visible. Every value is returned as it
 * was stored: texts to the character, times to the microsecond. Every method throws {@link StoreUnavailable} if the
 * store cannot be reached, and the outcome is then unknown.
 */
public interface ForStoringCampaigns {

  /**
   * Stores a new campaign and the audit entry, both or neither.
   *
   * @throws IllegalArgumentException if the campaign belongs to another tenant
   */
  void add(TenantScope scope, Campaign campaign, AuditEntry entry);

  /** Returns the campaign in its current state; empty if the caller's tenant has none with this id. */
  Optional<Campaign> find(Caller caller, CampaignId id);

  /**
   * Returns the campaigns of the caller's tenant that are within reach, newest first, whether or not the caller may
   * read them. Campaigns out of reach are not read, regardless of their number.
   */
  Page<Campaign> list(Caller caller, CampaignReach reach, PageRequest request);

  /** Returns the tenant's campaigns, newest first. */
  Page<Campaign> list(TenantView view, PageRequest request);

  /** Returns the campaign in its current state; empty if the tenant has none with this id. */
  Optional<Campaign> find(TenantView scope, CampaignId id);

  /** Returns the entered campaign in its current state; empty if it no longer exists. */
  Optional<Campaign> find(CampaignScope scope);

  /**
   * Replaces the campaign whose version is one less than that of the changed one, and stores the audit entry, both or
   * neither.
   *
   * @throws IllegalArgumentException if the changed campaign is not the entered one
   */
  Written replace(CampaignScope scope, Campaign changed, AuditEntry entry);
}
