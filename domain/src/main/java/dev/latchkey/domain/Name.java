package dev.latchkey.domain;

import java.util.Optional;

/** What people call a tenant, a key or a campaign: 1 to 100 characters, no control characters, no outer white space. */
public record Name(String value) {

  private static final int LONGEST = 100;

  public Name {
    if (!isName(value)) {
      throw new IllegalArgumentException("A name has 1 to " + LONGEST + " printable characters");
    }
  }

  /** Reads what somebody typed, without the white space around it; empty where that is no name. */
  public static Optional<Name> of(String text) {
    String stripped = text.strip();
    return isName(stripped) ? Optional.of(new Name(stripped)) : Optional.empty();
  }

  private static boolean isName(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters >= 1
        && characters <= LONGEST
        && text.equals(text.strip())
        && text.codePoints().allMatch(Name::isPrintable);
  }

  private static boolean isPrintable(int codePoint) {
    return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
  }

  @Override
  public String toString() {
    return value;
  }
}
