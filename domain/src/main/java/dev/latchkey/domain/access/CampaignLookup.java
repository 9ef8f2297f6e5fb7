package dev.latchkey.domain.access;

import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.util.Optional;

/**
 * A campaign that a request acts on.
 *
 * @param found the tenant's campaign with that id; empty if there is none
 */
public record CampaignLookup(CampaignId id, Optional<Campaign> found) {

  /** Returns this look-up, with {@code found} empty if it is a campaign of another tenant or has another id. */
  CampaignLookup within(TenantId tenant) {
    return new CampaignLookup(id,
        found.filter(campaign -> campaign.tenant().equals(tenant) && campaign.id().equals(id)));
  }
}
