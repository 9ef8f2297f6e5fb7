package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.Optional;

/** What a question is answered with: it is passed, or it refuses. */
sealed interface CheckOutcome permits CheckOutcome.Passed, Refusal {

  /**
   * The question does not stand in the way.
   *
   * @param because what made it pass, for whoever asks for an explanation
   * @param rule the campaign access rule that made it pass, where one did
   */
  record Passed(String because, Optional<CampaignRule> rule) implements CheckOutcome {

    Passed(String because) {
      this(because, Optional.empty());
    }
  }
}
