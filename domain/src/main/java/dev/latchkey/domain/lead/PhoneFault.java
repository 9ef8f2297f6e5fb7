package dev.latchkey.domain.lead;

/** The reason why a text is not a phone number in E.164. */
public enum PhoneFault implements PhoneReading {
  EMPTY("Is empty. Send the number with its country code, such as +14155550123."),
  INVISIBLE_CHARACTER("Contains an invisible character. Type the number instead of pasting it."),
  EXTENSION("Contains an extension. Send the number without it."),
  LINE_BREAK("Contains a line break. Send the number without it."),
  TAB("Contains a tab. Send the number without it."),
  SPACES("Contains a space. Send the number without spaces."),
  FOREIGN_DIGITS("Contains digits of another script. Use the digits 0 to 9."),
  FOREIGN_PLUS("Contains a plus sign of another width or style than +. Use the plain plus sign, +."),
  LETTERS("Contains letters. Send only a plus sign and digits, such as +14155550123."),
  PUNCTUATION("Contains punctuation, such as a hyphen or a bracket. Send only a plus sign and digits."),
  SEVERAL_PLUS_SIGNS("Contains a plus sign that is not its first character. Send one plus sign, then digits."),
  DIALLING_PREFIX("Begins with 00 instead of a plus sign. Replace the 00 with +."),
  MISSING_PLUS("Does not begin with a plus sign. Begin with + and the country code, such as +14155550123."),
  TOO_SHORT("Must have at least 7 digits. Send all digits, including the country code."),
  TOO_LONG("Must have at most 15 digits. Check the digits."),
  UNKNOWN_COUNTRY_CODE("Has an unknown country code. Check the digits after the plus sign."),
  DOMESTIC_PREFIX(
      "Has a prefix for calls within the country, such as the 0 in +440. Leave it out after the country code.");

  private final String message;

  PhoneFault(String message) {
    this.message = message;
  }

  /** Returns the message: what is wrong, then what to do. */
  public String message() {
    return message;
  }
}
