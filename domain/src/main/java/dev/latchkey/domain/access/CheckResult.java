package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.Optional;

/**
 * One check of a decision and its outcome.
 *
 * @param question the stable name of the check, in snake_case
 */
public record CheckResult(String question, Outcome outcome) {

  /** The outcome of a check, or what is known of it if no campaign is named. */
  public sealed interface Outcome permits CheckOutcome, DependsOnCampaign, AllowedNowhere {}

  /**
   * No campaign is named, and the rules decide for each campaign.
   *
   * @param creation whether the permission also includes the creation of campaigns, which needs no rule
   */
  public record DependsOnCampaign(boolean creation) implements Outcome {}

  /** No campaign is named, and no rule allows the action on any campaign. */
  public record AllowedNowhere() implements Outcome {}

  public boolean passed() {
    return outcome instanceof CheckOutcome.Passed;
  }

  /** Returns the campaign access rule that decided, if any. */
  public Optional<CampaignRule> rule() {
    return switch (outcome) {
      case CheckOutcome.AllowedByRule(CampaignRule rule) -> Optional.of(rule);
      case CheckOutcome.Reason _ -> Optional.empty();
      case Refusal refusal -> refusal.rule();
      case DependsOnCampaign _ -> Optional.empty();
      case AllowedNowhere() -> Optional.empty();
    };
  }
}
