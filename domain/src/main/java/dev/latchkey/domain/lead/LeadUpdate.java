package dev.latchkey.domain.lead;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change to one of a campaign's leads.
 *
 * @param id the id that was sent in addition to the reference; it has to be that of the lead
 */
public record LeadUpdate(LeadReference lead, Optional<LeadId> id, LeadPatch change) {

  public LeadUpdate(LeadReference lead, LeadPatch change) {
    this(lead, Optional.empty(), change);
  }

  /** Returns the lead after this change at that moment. */
  public LeadUpdateResult on(Lead stored, Instant at) {
    return id.filter(sent -> !sent.equals(stored.id())).isEmpty()
        ? change.on(stored, at)
        : new LeadUpdateResult.Unsound(
            List.of(
                new Violation(
                    "campaign_lead_id",
                    "unchangeable",
                    "Must be the id of the lead with this phone number. Correct it, or leave it out.")));
  }
}
