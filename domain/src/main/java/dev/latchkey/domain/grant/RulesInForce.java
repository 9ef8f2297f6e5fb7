package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index of the rules about one action, by what they select. A few look-ups find the first rule that denies and the
 * first that allows.
 */
record RulesInForce(
    List<CampaignRule> rules, First always, Map<CampaignType, First> byType, Map<CampaignId, First> byName) {

  private static final int NONE = Integer.MAX_VALUE;
  private static final First NOTHING = new First(NONE, NONE);

  RulesInForce {
    rules = List.copyOf(rules);
    byType = Map.copyOf(byType);
    byName = Map.copyOf(byName);
  }

  /** The positions of the first rule that denies and of the first that allows. */
  record First(int denying, int allowing) {

    static First of(CampaignRule rule, int place) {
      return rule.effect() == Effect.DENY ? new First(place, NONE) : new First(NONE, place);
    }

    First and(First other) {
      return new First(Math.min(denying, other.denying), Math.min(allowing, other.allowing));
    }
  }

  static RulesInForce of(Action action, List<CampaignRule> rules) {
    First always = NOTHING;
    Map<CampaignType, First> byType = new HashMap<>();
    Map<CampaignId, First> byName = new HashMap<>();
    for (int place = 0; place < rules.size(); place++) {
      CampaignRule rule = rules.get(place);
      if (rule.actions().contains(action)) {
        First first = First.of(rule, place);
        switch (rule.campaigns()) {
          case CampaignSelector.All() -> always = always.and(first);
          case CampaignSelector.OfType(CampaignType type) -> byType.merge(type, first, First::and);
          case CampaignSelector.Named(var campaigns) -> campaigns.forEach(id -> byName.merge(id, first, First::and));
        }
      }
    }
    return new RulesInForce(rules, always, byType, byName);
  }

  CampaignAccess.Verdict on(CampaignId campaign, Optional<CampaignType> type) {
    First first = always
        .and(byName.getOrDefault(campaign, NOTHING))
        .and(type.map(t -> byType.getOrDefault(t, NOTHING)).orElse(NOTHING));
    if (first.denying != NONE) {
      return new CampaignAccess.Verdict.Denied(rules.get(first.denying));
    }
    return first.allowing == NONE
        ? new CampaignAccess.Verdict.NothingAllows()
        : new CampaignAccess.Verdict.Allowed(rules.get(first.allowing));
  }
}
