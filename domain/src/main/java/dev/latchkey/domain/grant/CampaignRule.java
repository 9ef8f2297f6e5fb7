package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.Optional;
import java.util.Set;

/** One rule of a key's campaign access: it allows or denies some actions on some campaigns. */
public record CampaignRule(Effect effect, Set<Action> actions, CampaignSelector campaigns) {

  public CampaignRule {
    actions = Set.copyOf(actions);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("A rule names at least one action");
    }
  }

  boolean appliesTo(Action action, CampaignId campaign, Optional<CampaignType> type) {
    return actions.contains(action) && campaigns.selects(campaign, type);
  }
}
