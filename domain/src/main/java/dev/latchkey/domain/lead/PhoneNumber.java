package dev.latchkey.domain.lead;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164: a plus sign and up to 15 digits, of which the first is not zero. */
public record PhoneNumber(String value) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /** Reads a number that is in E.164 already; empty where it is not. */
  public static Optional<PhoneNumber> of(String text) {
    return E164.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
  }
}
