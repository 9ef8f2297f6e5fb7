package dev.latchkey.domain.access;

import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.util.Optional;

/**
 * A campaign that somebody wants to act on.
 *
 * @param found what the tenant has under that id; empty where it has nothing
 */
public record CampaignLookup(CampaignId id, Optional<Campaign> found) {

  /** The same visit, finding nothing where what was found is another tenant's or another campaign. */
  CampaignLookup within(TenantId tenant) {
    return new CampaignLookup(id,
        found.filter(campaign -> campaign.tenant().equals(tenant) && campaign.id().equals(id)));
  }
}
