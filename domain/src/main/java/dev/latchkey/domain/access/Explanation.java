package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.List;
import java.util.Optional;

/**
 * A decision with its reasons.
 *
 * @param steps in the order of the decision, up to the step that decided
 * @param decision the result
 */
public record Explanation(List<CheckResult> steps, Decision decision) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /** The result of a decision. */
  public sealed interface Decision permits Granted, Refused, DependsOnCampaign {}

  /** Every check passed. */
  public record Granted() implements Decision {}

  /** One check refused. */
  public record Refused(Refusal refusal) implements Decision {}

  /**
   * Every check before the campaign passed, and no campaign is named.
   *
   * @param rules the key's campaign access rules about the action, at least one of which allows it
   */
  public record DependsOnCampaign(List<CampaignRule> rules) implements Decision {

    public DependsOnCampaign {
      rules = List.copyOf(rules);
    }
  }

  /** Returns the refusal; empty if the request was not refused. */
  public Optional<Refusal> refusal() {
    return decision instanceof Refused(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
  }
}
