package dev.latchkey.domain.lead;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lead as a client sent it. A field that is not named is left open; a field that is null has no value.
 *
 * @param customFields empty if the whole object was null; an empty value means that there is no such field
 */
public record LeadDraft(
    PhoneNumber number,
    FieldUpdate<Optional<String>> firstName,
    FieldUpdate<Optional<String>> lastName,
    FieldUpdate<Optional<String>> email,
    FieldUpdate<Boolean> doNotCall,
    FieldUpdate<Optional<Map<String, Optional<CustomValue>>>> customFields) {

  public LeadDraft {
    customFields = customFields.map(fields -> fields.map(Map::copyOf));
  }

  /** Creates a draft that names all details. */
  public static LeadDraft of(PhoneNumber number, LeadDetails details) {
    Map<String, Optional<CustomValue>> fields = new LinkedHashMap<>();
    details.customFields().forEach((name, value) -> fields.put(name, Optional.of(value)));
    return new LeadDraft(
        number,
        FieldUpdate.to(details.firstName()),
        FieldUpdate.to(details.lastName()),
        FieldUpdate.to(details.email()),
        FieldUpdate.keep(),
        FieldUpdate.to(Optional.of(fields)));
  }

  /** Returns all faults of the draft, each with its field. */
  public List<Violation> faults() {
    return details().faults();
  }

  /** Creates the lead. Details that the draft does not name are empty, and the lead may be called by default. */
  public Lead lead(LeadId id, CampaignId campaign, Instant at) {
    return Lead.added(id, campaign, number, details(), doNotCall.of(false), at);
  }

  /**
   * Whether a stored lead with this number has every value that the draft names. E-mail addresses are compared ignoring
   * case, as in searches.
   */
  public boolean isMetBy(Lead stored) {
    LeadDetails details = stored.details();
    return isMet(firstName, details.firstName())
        && isMet(lastName, details.lastName())
        && isMet(email.map(address -> address.map(LeadDetails::searched)), details.searchedEmail())
        && isMet(doNotCall, stored.doNotCall())
        && areMet(details.customFields());
  }

  private static <T> boolean isMet(FieldUpdate<T> named, T stored) {
    return named.of(stored).equals(stored);
  }

  private boolean areMet(Map<String, CustomValue> stored) {
    return switch (customFields) {
      case FieldUpdate.Keep<Optional<Map<String, Optional<CustomValue>>>>() -> true;
      case FieldUpdate.To<Optional<Map<String, Optional<CustomValue>>>>(Optional<Map<String, Optional<CustomValue>>> named) ->
        named.map(
            fields -> fields.entrySet()
                .stream()
                .allMatch(field -> Optional.ofNullable(stored.get(field.getKey())).equals(field.getValue())))
            .orElseGet(stored::isEmpty);
    };
  }

  private LeadDetails details() {
    Map<String, CustomValue> fields = new LinkedHashMap<>();
    customFields.of(Optional.empty())
        .ifPresent(named -> named.forEach((name, value) -> value.ifPresent(set -> fields.put(name, set))));
    return new LeadDetails(
        firstName.of(Optional.empty()), lastName.of(Optional.empty()), email.of(Optional.empty()), fields);
  }
}
