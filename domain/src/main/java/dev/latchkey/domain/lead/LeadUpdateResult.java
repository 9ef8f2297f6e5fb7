package dev.latchkey.domain.lead;

import dev.latchkey.domain.Violation;
import java.util.List;

/** How changing a lead ended. */
public sealed interface LeadUpdateResult {

  /** The lead as it is after the change. */
  record Revised(Lead lead) implements LeadUpdateResult {}

  /** What would come out does not hold together; all its faults at once. Nothing was changed. */
  record Unsound(List<Violation> faults) implements LeadUpdateResult {
    public Unsound {
      faults = List.copyOf(faults);
    }
  }
}
