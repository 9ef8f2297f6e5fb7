package dev.latchkey.domain.lead;

import dev.latchkey.domain.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a lead besides the phone number. */
public record LeadDetails(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Map<String, CustomValue> customFields) {

  /** How many bytes all custom fields take in UTF-8, names and values together. */
  public static final int LARGEST_CUSTOM_FIELDS = 16 * 1024;

  public LeadDetails {
    customFields = Map.copyOf(customFields);
  }

  /** Everything that does not hold together, each fault with the field it is about. */
  public List<Fault> faults() {
    long bytes = customFields.entrySet().stream()
        .mapToLong(field -> size(field.getKey()) + size(field.getValue().text()))
        .sum();
    return bytes <= LARGEST_CUSTOM_FIELDS
        ? List.of()
        : List.of(
            new Fault(
                "custom_fields",
                "too_large",
                "Together with those that are there they take more than " + LARGEST_CUSTOM_FIELDS + " bytes."));
  }

  private static long size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
