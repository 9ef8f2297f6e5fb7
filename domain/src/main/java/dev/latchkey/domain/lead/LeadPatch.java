package dev.latchkey.domain.lead;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partial update of a lead. Fields that it does not name keep their values.
 *
 * @param customFields the new value under each name; empty removes the field, and other fields keep their values
 * @param unanswered whether to mark the lead as not reached, so that it is called again
 */
public record LeadPatch(
    FieldUpdate<Optional<String>> firstName,
    FieldUpdate<Optional<String>> lastName,
    FieldUpdate<Optional<String>> email,
    FieldUpdate<Boolean> doNotCall,
    Map<String, Optional<CustomValue>> customFields,
    boolean unanswered) {

  public LeadPatch {
    customFields = Map.copyOf(customFields);
  }

  /** Returns the lead after this change at that moment. A change without effect returns the lead as it was. */
  public LeadUpdateResult on(Lead lead, Instant at) {
    LeadDetails before = lead.details();
    LeadDetails after = new LeadDetails(
        firstName.of(before.firstName()),
        lastName.of(before.lastName()),
        email.of(before.email()),
        merged(before.customFields()));
    List<Violation> faults = after.faultsAfter(before);
    return faults.isEmpty()
        ? new LeadUpdateResult.Revised(revised(lead, after, at))
        : new LeadUpdateResult.Unsound(faults);
  }

  private Lead revised(Lead lead, LeadDetails details, Instant at) {
    boolean marked = doNotCall.of(lead.doNotCall());
    boolean answered = lead.answered() && !unanswered;
    boolean isSame = details.equals(lead.details()) && marked == lead.doNotCall() && answered == lead.answered();
    return isSame
        ? lead
        : new Lead(lead.id(), lead.campaign(), lead.phoneNumber(), details, marked, answered, lead.createdAt(), at);
  }

  private Map<String, CustomValue> merged(Map<String, CustomValue> before) {
    Map<String, CustomValue> after = new LinkedHashMap<>(before);
    customFields.forEach(
        (name, value) -> value.ifPresentOrElse(set -> after.put(name, set), () -> after.remove(name)));
    return after;
  }
}
