package dev.latchkey.contracts.support;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadPatch;
import java.util.Map;
import java.util.Optional;

/** Samples of changes to a lead. */
public final class ChangeSamples {

  /** A change that names no field. */
  public static final LeadPatch NOTHING = with(Map.of());

  /** A change that names every field. */
  public static final LeadPatch EVERYTHING = new LeadPatch(
      FieldUpdate.to(LeadSamples.FULLEST.firstName()),
      FieldUpdate.to(Optional.empty()),
      FieldUpdate.to(LeadSamples.FULLEST.email()),
      FieldUpdate.to(true),
      Map.of("set", Optional.of(new CustomValue.Flag(true)), "number", Optional.empty()),
      true);

  /** A change that makes the custom fields too large. */
  public static final LeadPatch UNSOUND = putting("large", "x".repeat(LeadDetails.LARGEST_CUSTOM_FIELDS));

  private ChangeSamples() {}

  public static LeadPatch naming(String firstName) {
    return new LeadPatch(
        FieldUpdate.to(Optional.of(firstName)), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), Map.of(),
        false);
  }

  public static LeadPatch putting(String name, String value) {
    return with(Map.of(name, Optional.of(new CustomValue.Text(value))));
  }

  private static LeadPatch with(Map<String, Optional<CustomValue>> customFields) {
    return new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), customFields,
        false);
  }
}
