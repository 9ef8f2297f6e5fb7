package dev.latchkey.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reason why a text is not a name, by Unicode properties. The first fault is reported. Private-use and unassigned
 * characters are accepted next to a visible one, so that letters and emoji newer than this Java version can be used.
 * They do not count as visible, and neither do combining marks and variation selectors without a base.
 */
public enum NameFault implements NameReading {
  /**
   * The shape of a complete key counts, with any checksum: a key with one mistyped character still reveals the secret.
   * Spaces and blanks inside are ignored.
   */
  API_KEY(
      true,
      "lk_(?:live|staging|dev)_[0-9A-Za-z]{11}_[0-9A-Za-z]{38}",
      "Contains an API key, and names are not kept secret. Choose another name."),
  CONTROL("\\p{Cc}", "Contains a line break or another control character. Remove it."),
  SEPARATOR("[\\p{Zl}\\p{Zp}]", "Contains a line or paragraph separator. Remove it."),
  DIRECTION(
      "[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]",
      "Contains an invisible character that changes the direction of text, such as U+202E. Remove it."),
  JOINER(
      "(?:^|[^\\p{L}\\p{M}\\p{N}\\p{S}])[\\u200C\\u200D]|[\\u200C\\u200D](?:\\z|[^\\p{L}\\p{M}\\p{N}\\p{S}])",
      "Contains a zero-width joiner outside of a word or an emoji. Remove it."),
  FORMAT("[\\p{Cf}&&[^\\u200C\\u200D]]", "Contains an invisible format character, such as U+200B. Remove it."),
  NOT_TEXT(
      "[\\p{Cs}\\p{IsNoncharacter_Code_Point}]", "Contains an unpaired UTF-16 surrogate or a noncharacter. Remove it."),
  INVISIBLE(
      true,
      "^\\z",
      "Contains no visible character. Use at least one letter, digit or symbol."),
  TOO_LONG("^.{" + (Name.LONGEST + 1) + "}", "Must have at most " + Name.LONGEST + " characters.");

  private static final String FIELD = "name";
  private static final String CODE = "invalid_name";

  private final boolean ofInk;
  private final Pattern pattern;
  private final String message;

  NameFault(String pattern, String message) {
    this(false, pattern, message);
  }

  /** If {@code ofInk} is true, the pattern is applied to the visible characters only. */
  NameFault(boolean ofInk, String pattern, String message) {
    this.ofInk = ofInk;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    this.message = message;
  }

  /** Returns the first fault of a text in the normalised form. */
  static Optional<NameFault> in(String normalised) {
    return Arrays.stream(values()).filter(fault -> fault.isIn(normalised)).findFirst();
  }

  private boolean isIn(String text) {
    return pattern.matcher(ofInk ? VisibleText.ink(text) : text).find();
  }

  /** Returns the violation of the field {@code name}: one code, {@code invalid_name}, with a message per fault. */
  public Violation fault() {
    return new Violation(FIELD, CODE, message);
  }
}
