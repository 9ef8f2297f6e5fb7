package dev.latchkey.domain.lead;

import dev.latchkey.domain.Violation;
import java.util.List;

/** The result of changing a lead. */
public sealed interface LeadUpdateResult {

  /** The lead after the change. */
  record Revised(Lead lead) implements LeadUpdateResult {}

  /** The result would be invalid; all faults are listed. Nothing was changed. */
  record Unsound(List<Violation> faults) implements LeadUpdateResult {
    public Unsound {
      faults = List.copyOf(faults);
    }
  }
}
