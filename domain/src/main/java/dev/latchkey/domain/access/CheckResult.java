package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.Optional;

/**
 * One check of a decision and its outcome.
 *
 * @param question the stable name of the check, in snake_case
 * @param outcome whether the request passed the check
 * @param because the reason for the outcome
 * @param rule the campaign access rule that decided, if any
 */
public record CheckResult(String question, Outcome outcome, String because, Optional<CampaignRule> rule) {

  /** The outcome of a check. */
  public enum Outcome {
    PASSED,
    REFUSED,
    /** The check is the last one, because no campaign is named. */
    DEPENDS_ON_CAMPAIGN
  }

  public boolean passed() {
    return outcome == Outcome.PASSED;
  }
}
