package dev.latchkey.domain.access;

import java.util.List;
import java.util.Optional;

/**
 * A decision with its reasons.
 *
 * @param steps in the order of the decision, up to the one that decided
 * @param refusal why it is refused; empty where it is granted
 */
public record Explanation(List<Step> steps, Optional<Refusal> refusal) {

  public Explanation {
    steps = List.copyOf(steps);
  }
}
