package dev.latchkey.domain.lead;

import dev.latchkey.domain.Fault;
import java.util.List;

/** How changing a lead ended. */
public sealed interface LeadRevision {

  /** The lead as it is after the change. */
  record Revised(Lead lead) implements LeadRevision {}

  /** What would come out does not hold together; all its faults at once. Nothing was changed. */
  record Unsound(List<Fault> faults) implements LeadRevision {
    public Unsound {
      faults = List.copyOf(faults);
    }
  }
}
