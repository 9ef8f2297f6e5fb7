package dev.latchkey.domain.lead;

import dev.latchkey.domain.VisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164: a plus sign and 7 to 15 digits, of which the first is not zero. */
public record PhoneNumber(String value) implements PhoneReading {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern EXTENSION = Pattern
      .compile(".*[0-9)]\\s*[,;]*\\s*(?:(?:ext|extn|extension|x)[.:=]?|[#,;])\\s*[0-9]+\\s*", Pattern.CASE_INSENSITIVE);

  private static final String LINE_BREAKS = "\n\r\u000B\f\u0085\u2028\u2029";

  /** Plus signs that E.164 does not allow: superscript, subscript, heavy, Hebrew, small and fullwidth. */
  private static final String FOREIGN_PLUSES = "\u207A\u208A\u2795\uFB29\uFE62\uFF0B";

  /** Maximum length of a text that can be a number in any notation. It protects the pattern above from long texts. */
  private static final int LONGEST_SPELLING = 100;

  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;

  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /** Parses a number in E.164 under an existing country code. Does not check whether the number is assigned. */
  public static PhoneReading read(String text, NumberingPlans plans) {
    return faultOfCharacters(text)
        .or(() -> faultOfDigits(text))
        .or(() -> plans.check(text))
        .<PhoneReading>map(fault -> fault)
        .orElseGet(() -> new PhoneNumber(text));
  }

  /** Returns the first fault that keeps the text from being an optional plus sign and digits. */
  private static Optional<PhoneFault> faultOfCharacters(String text) {
    if (text.isEmpty()) {
      return Optional.of(PhoneFault.EMPTY);
    }
    if (text.length() > LONGEST_SPELLING) {
      return Optional.of(PhoneFault.TOO_LONG);
    }
    if (text.codePoints().anyMatch(PhoneNumber::isInvisible)) {
      return Optional.of(PhoneFault.INVISIBLE_CHARACTER);
    }
    if (EXTENSION.matcher(text).matches()) {
      return Optional.of(PhoneFault.EXTENSION);
    }
    if (text.codePoints().anyMatch(c -> LINE_BREAKS.indexOf(c) >= 0)) {
      return Optional.of(PhoneFault.LINE_BREAK);
    }
    if (text.indexOf('\t') >= 0) {
      return Optional.of(PhoneFault.TAB);
    }
    if (text.codePoints().anyMatch(PhoneNumber::isSpace)) {
      return Optional.of(PhoneFault.SPACES);
    }
    if (text.codePoints().anyMatch(c -> Character.isDigit(c) && !isDigit(c))) {
      return Optional.of(PhoneFault.FOREIGN_DIGITS);
    }
    if (text.codePoints().anyMatch(c -> FOREIGN_PLUSES.indexOf(c) >= 0)) {
      return Optional.of(PhoneFault.FOREIGN_PLUS);
    }
    if (text.codePoints().anyMatch(Character::isLetter)) {
      return Optional.of(PhoneFault.LETTERS);
    }
    if (text.codePoints().anyMatch(c -> c != '+' && !isDigit(c))) {
      return Optional.of(PhoneFault.PUNCTUATION);
    }
    return text.lastIndexOf('+') > 0 ? Optional.of(PhoneFault.SEVERAL_PLUS_SIGNS) : Optional.empty();
  }

  /** Returns the fault of an optional plus sign and digits. */
  private static Optional<PhoneFault> faultOfDigits(String text) {
    if (text.startsWith("00")) {
      return Optional.of(PhoneFault.DIALLING_PREFIX);
    }
    if (!text.startsWith("+")) {
      return Optional.of(PhoneFault.MISSING_PLUS);
    }
    int digits = text.length() - 1;
    if (digits < FEWEST_DIGITS) {
      return Optional.of(PhoneFault.TOO_SHORT);
    }
    if (digits > MOST_DIGITS) {
      return Optional.of(PhoneFault.TOO_LONG);
    }
    return text.charAt(1) == '0' ? Optional.of(PhoneFault.UNKNOWN_COUNTRY_CODE) : Optional.empty();
  }

  private static boolean isDigit(int codePoint) {
    return codePoint >= '0' && codePoint <= '9';
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isInvisible(int codePoint) {
    // Tabs and line breaks count as spaces and not as invisible characters, because they come from pasting.
    return !VisibleText.hasInk(codePoint) && !isSpace(codePoint);
  }
}
