package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.Optional;

/** The outcome of a check: passed, or a refusal. */
sealed interface CheckOutcome permits CheckOutcome.Passed, Refusal {

  /**
   * The check passed.
   *
   * @param because the reason, for explanations
   * @param rule the campaign access rule that made the check pass, if any
   */
  record Passed(String because, Optional<CampaignRule> rule) implements CheckOutcome {

    Passed(String because) {
      this(because, Optional.empty());
    }
  }
}
