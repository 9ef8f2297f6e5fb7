package dev.latchkey.domain.lead;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partial update of a lead: what it does not name stays.
 *
 * @param customFields what to put under each name; empty removes it, and a name that is not given stays as it is
 * @param unanswered whether the lead counts as not reached again, so that it is called once more
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

  /** The lead after this change, made at that moment; as it was, where the change changes nothing. */
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
