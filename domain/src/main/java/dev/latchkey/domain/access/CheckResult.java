package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.Optional;

/**
 * One question of a decision and its answer.
 *
 * @param question its name, stable, snake_case
 * @param outcome whether the request passed it
 * @param because what made it answer so
 * @param rule the campaign access rule that decided, where one did
 */
public record CheckResult(String question, Outcome outcome, String because, Optional<CampaignRule> rule) {

  /** How a question is answered. */
  public enum Outcome {
    PASSED,
    REFUSED,
    /** It is the last one, as no campaign is named. */
    DEPENDS_ON_CAMPAIGN
  }

  public boolean passed() {
    return outcome == Outcome.PASSED;
  }
}
