package dev.latchkey.domain.lead;

import dev.latchkey.domain.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The details of a lead besides the phone number. */
public record LeadDetails(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> email,
    Map<String, CustomValue> customFields) {

  /** Maximum number of characters of a first or a last name. */
  public static final int LONGEST_NAME = 100;

  /** Maximum size of all custom fields in bytes, as compact JSON in UTF-8 with only the mandatory escapes. */
  public static final int LARGEST_CUSTOM_FIELDS = 16 * 1024;

  /** The characters that have a short escape in JSON. */
  private static final String SHORT_ESCAPES = "\"\\\b\t\n\f\r";

  private static final int LONG_ESCAPE = 6;

  private static final LeadDetails EMPTY = new LeadDetails(
      Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  public LeadDetails {
    customFields = Map.copyOf(customFields);
  }

  /** Returns the e-mail address as it is searched and compared: in lower case. */
  public Optional<String> searchedEmail() {
    return email.map(LeadDetails::searched);
  }

  /** Converts an e-mail address to the form in which it is searched and compared. */
  public static String searched(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** Returns all faults of the details, each with its field. */
  public List<Violation> faults() {
    return faultsAfter(EMPTY);
  }

  /**
   * Returns the faults of details that replace others. Names that already exceed the limit may stay; custom fields that
   * already exceed it may stay or become smaller.
   */
  List<Violation> faultsAfter(LeadDetails before) {
    List<Violation> faults = new ArrayList<>();
    if (!firstName.equals(before.firstName)) {
      faults.addAll(nameFaults("first_name", firstName));
    }
    if (!lastName.equals(before.lastName)) {
      faults.addAll(nameFaults("last_name", lastName));
    }
    if (size() > Math.max(LARGEST_CUSTOM_FIELDS, before.size())) {
      String counted = before.customFields.isEmpty() ? "" : " together with the stored ones";
      faults.add(
          new Violation(
              "custom_fields",
              "too_large",
              "Must have at most " + LARGEST_CUSTOM_FIELDS
                  + " bytes of JSON" + counted + ". Shorten or remove some."));
    }
    return faults;
  }

  private static List<Violation> nameFaults(String field, Optional<String> name) {
    return name.filter(text -> text.codePointCount(0, text.length()) > LONGEST_NAME)
        .map(_ -> new Violation(field, "too_long", "Must have at most " + LONGEST_NAME + " characters."))
        .stream()
        .toList();
  }

  private long size() {
    long members = customFields.entrySet()
        .stream()
        .mapToLong(field -> size(field.getKey()) + 1 + size(field.getValue()))
        .sum();
    int commas = Math.max(0, customFields.size() - 1);
    return 2 + members + commas;
  }

  private static long size(CustomValue value) {
    return switch (value) {
      case CustomValue.Text(String text) -> size(text);
      // Written as 100 and not as 1E+2.
      case CustomValue.Numeric(BigDecimal number) ->
        number.setScale(Math.max(0, number.scale())).toString().length();
      case CustomValue.Flag(boolean flag) -> Boolean.toString(flag).length();
    };
  }

  private static long size(String text) {
    return 2 + text.codePoints().mapToLong(LeadDetails::size).sum();
  }

  private static long size(int codePoint) {
    if (SHORT_ESCAPES.indexOf(codePoint) >= 0) {
      return 2;
    }
    if (codePoint < ' ') {
      return LONG_ESCAPE;
    }
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return Character.isBmpCodePoint(codePoint) ? 3 : 4;
  }
}
