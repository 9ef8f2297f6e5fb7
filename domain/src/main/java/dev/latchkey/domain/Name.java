package dev.latchkey.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a tenant, a key or a campaign: 1 to 100 characters in the normalised form, of which one at least is
 * visible. {@link #read} is the one rule for what somebody chooses. The constructor takes what is stored without judging
 * it, because names that were stored under an older rule have to stay readable.
 *
 * @param value the name as it is stored and shown
 */
public record Name(String value) implements NameReading {

  /** In characters (code points) of the normalised form. */
  public static final int LONGEST = 100;

  // A character of NFC stands for at most four characters, each of at most two UTF-16 units. Java's normaliser takes
  // quadratic time for long runs of combining marks, so longer texts never reach it.
  private static final int MOST_UNITS_TO_NORMALISE = 8 * LONGEST;

  private static final Pattern SPACES = Pattern.compile("[\\t\\p{Zs}]+");
  private static final Pattern OUTER_SPACES = Pattern.compile("^ | \\z");

  /** Reads what somebody chose. Letters, marks and symbols stay as they are, but for NFC. */
  public static NameReading read(String text) {
    if (folded(text).length() > MOST_UNITS_TO_NORMALISE) {
      return NameFault.TOO_LONG;
    }
    String normal = normalised(text);
    return NameFault.in(normal).<NameReading>map(fault -> fault).orElseGet(() -> new Name(normal));
  }

  /** Reads what somebody chose in place of a name. Exactly that name stays as it is, under whatever rule it was stored. */
  public static NameReading read(String text, Name current) {
    return text.equals(current.value) ? current : read(text);
  }

  /**
   * The form in which names are stored, searched and compared: NFC, every run of tabs and space separators as one space,
   * none at the ends. A text too long to be a name stays as it is.
   */
  public static String normalised(String text) {
    String folded = folded(text);
    // Once more after NFC, which makes some spaces into others.
    return folded.length() > MOST_UNITS_TO_NORMALISE
        ? text
        : folded(Normalizer.normalize(folded, Normalizer.Form.NFC));
  }

  /** The form in which this name is searched and compared; another one than it is stored in, for names of older rules. */
  public String normalised() {
    return normalised(value);
  }

  /** Whether somebody who typed this meant this name: both are compared in the normalised form. */
  public boolean isTypedAs(String text) {
    return normalised(text).equals(normalised());
  }

  private static String folded(String text) {
    return OUTER_SPACES.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
  }

  @Override
  public String toString() {
    return value;
  }
}
