package dev.latchkey.domain.lead;

import java.util.Map;
import java.util.Optional;

/** What is known of a lead besides the phone number. */
public record LeadDetails(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Map<String, CustomValue> customFields) {

  public LeadDetails {
    customFields = Map.copyOf(customFields);
  }
}
