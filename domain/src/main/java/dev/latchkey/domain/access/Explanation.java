package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import java.util.List;
import java.util.Optional;

/**
 * A decision with its reasons.
 *
 * @param steps in the order of the decision, up to the one that decided
 * @param decision what was decided
 */
public record Explanation(List<CheckResult> steps, Decision decision) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /** What is decided. */
  public sealed interface Decision permits Granted, Refused, DependsOnCampaign {}

  /** Every question is passed. */
  public record Granted() implements Decision {}

  /** One question refuses. */
  public record Refused(Refusal refusal) implements Decision {}

  /**
   * Every question before the campaign is passed, and no campaign is named.
   *
   * @param rules the key's campaign access rules about the action, of which one at least allows it
   */
  public record DependsOnCampaign(List<CampaignRule> rules) implements Decision {

    public DependsOnCampaign {
      rules = List.copyOf(rules);
    }
  }

  /** Why it is refused; empty where it is not. */
  public Optional<Refusal> refusal() {
    return decision instanceof Refused(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
  }
}
