package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import java.util.Optional;

/** The rules of campaign access once more, word by word from the contract and without any of the domain's own code. */
public final class NaiveRules {

  private NaiveRules() {}

  /** "Deny wins, nothing allowed means refused." */
  public static boolean allow(
      List<CampaignRule> rules, Action action, CampaignId campaign, Optional<CampaignType> type) {
    boolean allowed = false;
    boolean denied = false;
    for (CampaignRule rule : rules) {
      if (isAbout(rule, action, campaign, type)) {
        allowed |= rule.effect().name().equals("ALLOW");
        denied |= rule.effect().name().equals("DENY");
      }
    }
    return allowed && !denied;
  }

  /** "A rule on a kind of campaign cannot match one that is not there." */
  static boolean isAbout(CampaignRule rule, Action action, CampaignId campaign, Optional<CampaignType> type) {
    boolean among = switch (rule.campaigns()) {
      case CampaignSelector.All _ -> true;
      case CampaignSelector.Named named ->
        named.campaigns().stream().anyMatch(id -> id.value() == campaign.value());
      case CampaignSelector.OfType ofType -> type.map(CampaignType::name).equals(Optional.of(ofType.type().name()));
    };
    return among && rule.actions().stream().anyMatch(named -> named == action);
  }
}
