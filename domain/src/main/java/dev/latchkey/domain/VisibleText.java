package dev.latchkey.domain;

/**
 * The visibility of characters, by Unicode properties. Names, ids, numbers, addresses and credentials share this rule.
 */
public final class VisibleText {

  /**
   * Invisible characters that Unicode counts as letters, marks or symbols, such as fillers and the blank braille
   * pattern.
   */
  private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uD834\uDD59\uD80D\uDC41\uD80D\uDC42";

  private VisibleText() {}

  /**
   * Whether the character is invisible: a control, format or separator character, an unpaired surrogate, an unassigned
   * character, a blank or a variation selector. Spaces are not hidden.
   */
  public static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.UNASSIGNED ->
        true;
      default -> BLANKS.indexOf(character) >= 0 || isSelector(character);
    };
  }

  /**
   * Whether the character is visible, at least in combination with another one: not hidden, no space, not of private
   * use.
   */
  public static boolean isShown(int character) {
    return !isHidden(character) && switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }

  /** Whether the character is visible on its own: a letter, a digit, punctuation or a symbol. */
  public static boolean hasInk(int character) {
    return isShown(character) && switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> false;
      default -> true;
    };
  }

  /** Removes all characters that are not visible on their own. */
  static String ink(String text) {
    return text.codePoints()
        .filter(VisibleText::hasInk)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF)
        || (character >= 0x180B && character <= 0x180F);
  }
}
