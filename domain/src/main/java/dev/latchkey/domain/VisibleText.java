package dev.latchkey.domain;

/** Which characters are seen, by Unicode properties: the one rule for names, ids, numbers, addresses and credentials. */
public final class VisibleText {

  /** Characters without ink that Unicode counts as letters, marks or symbols, such as fillers and the blank braille pattern. */
  private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uD834\uDD59\uD80D\uDC41\uD80D\uDC42";

  private VisibleText() {}

  /**
   * Whether the character takes part in a text without being seen: a control, format or separator character, half of a
   * character, an unassigned one, a blank or a variation selector. Spaces are not hidden.
   */
  public static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.UNASSIGNED ->
        true;
      default -> BLANKS.indexOf(character) >= 0 || isSelector(character);
    };
  }

  /** Whether something of the character is seen, beside another one at least: not hidden, no space, not of private use. */
  public static boolean isShown(int character) {
    return !isHidden(character) && switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }

  /** Whether the character is seen alone: a letter, a digit, punctuation or a symbol. */
  public static boolean hasInk(int character) {
    return isShown(character) && switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> false;
      default -> true;
    };
  }

  /** The text without all characters that are not seen alone. */
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
