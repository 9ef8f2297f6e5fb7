package dev.latchkey.contracts;

import dev.latchkey.domain.Edit;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadChange;
import dev.latchkey.domain.lead.LeadDetails;
import java.util.Map;
import java.util.Optional;

/** What may be changed about a lead. */
final class ChangeSamples {

  /** It names nothing. */
  static final LeadChange NOTHING = with(Map.of());

  /** It says something of everything. */
  static final LeadChange EVERYTHING = new LeadChange(
      Edit.to(LeadSamples.FULLEST.firstName()),
      Edit.to(Optional.empty()),
      Edit.to(LeadSamples.FULLEST.email()),
      Edit.to(true),
      Map.of("set", Optional.of(new CustomValue.Flag(true)), "number", Optional.empty()),
      true);

  /** The custom fields that come out are always too large. */
  static final LeadChange UNSOUND = putting("large", "x".repeat(LeadDetails.LARGEST_CUSTOM_FIELDS));

  private ChangeSamples() {}

  static LeadChange naming(String firstName) {
    return new LeadChange(
        Edit.to(Optional.of(firstName)), Edit.keep(), Edit.keep(), Edit.keep(), Map.of(), false);
  }

  static LeadChange putting(String name, String value) {
    return with(Map.of(name, Optional.of(new CustomValue.Text(value))));
  }

  private static LeadChange with(Map<String, Optional<CustomValue>> customFields) {
    return new LeadChange(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), customFields, false);
  }
}
