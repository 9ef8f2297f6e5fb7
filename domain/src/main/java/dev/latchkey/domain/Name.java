package dev.latchkey.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a tenant, a key or a campaign: 1 to 100 characters in the normalised form, at least one of them visible.
 * {@link #read} validates new names. The constructor accepts stored names without validation, because names that were
 * stored under an older rule have to stay readable.
 *
 * @param value the name as it is stored and shown
 */
public record Name(String value) implements NameReading {

  /** Maximum length in characters (code points) of the normalised form. */
  public static final int LONGEST = 100;

  // An NFC character represents at most four characters, each of at most two UTF-16 units. Java's normaliser takes
  // quadratic time for long runs of combining marks, so longer texts are never normalised.
  private static final int MOST_UNITS_TO_NORMALISE = 8 * LONGEST;

  private static final Pattern SPACES = Pattern.compile("[\\t\\p{Zs}]+");
  private static final Pattern OUTER_SPACES = Pattern.compile("^ | \\z");

  /** Validates a new name. Letters, marks and symbols stay unchanged, except for NFC. */
  public static NameReading read(String text) {
    if (folded(text).length() > MOST_UNITS_TO_NORMALISE) {
      return NameFault.TOO_LONG;
    }
    String normal = normalised(text);
    return NameFault.in(normal).<NameReading>map(fault -> fault).orElseGet(() -> new Name(normal));
  }

  /** Validates a replacement for a name. An unchanged name is accepted, even if it was stored under an older rule. */
  public static NameReading read(String text, Name current) {
    return text.equals(current.value) ? current : read(text);
  }

  /**
   * Returns the form in which names are stored, searched and compared: NFC, every run of tabs and space separators as
   * one space, none at the ends. Returns a text that is too long for a name unchanged.
   */
  public static String normalised(String text) {
    String folded = folded(text);
    // Folded again after NFC, which converts some spaces to others.
    return folded.length() > MOST_UNITS_TO_NORMALISE
        ? text
        : folded(Normalizer.normalize(folded, Normalizer.Form.NFC));
  }

  /**
   * Returns the form in which this name is searched and compared. It differs from the stored form for names of older
   * rules.
   */
  public String normalised() {
    return normalised(value);
  }

  /** Whether a typed text matches this name. Both are compared in the normalised form. */
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
