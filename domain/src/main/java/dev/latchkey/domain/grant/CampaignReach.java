package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.Set;

/**
 * The campaigns on which an action may be allowed, told so that a store can look for them: all of some types, and beyond
 * those some by name. Outside of it nothing is allowed; whether one within is, the rules are still asked.
 */
public record CampaignReach(Set<CampaignType> types, Set<CampaignId> named) {

  public static final CampaignReach NOWHERE = new CampaignReach(Set.of(), Set.of());

  public static final CampaignReach EVERYWHERE = new CampaignReach(Set.of(CampaignType.values()), Set.of());

  public CampaignReach {
    types = Set.copyOf(types);
    named = Set.copyOf(named);
  }

  public boolean holds(CampaignId campaign, CampaignType type) {
    return types.contains(type) || named.contains(campaign);
  }
}
