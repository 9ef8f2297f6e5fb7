package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.Set;

/**
 * The campaigns on which an action may be allowed, in a form that a store can query: all campaigns of some types, and
 * others by id. No action is allowed outside of it. For each campaign within it the rules still have to be evaluated.
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
