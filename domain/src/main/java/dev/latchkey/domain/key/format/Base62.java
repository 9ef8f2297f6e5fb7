package dev.latchkey.domain.key.format;

import java.util.OptionalLong;

/** Base62 numbers with digits, upper-case and lower-case letters, in that order, padded with zeros to a fixed width. */
final class Base62 {

  static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Base62() {}

  static boolean areDigits(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(int character) {
    return (character >= '0' && character <= '9')
        || (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z');
  }

  static String encode(long value, int width) {
    char[] digits = new char[width];
    long rest = value;
    for (int i = width - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    if (rest != 0 || value < 0) {
      throw new IllegalArgumentException("The number does not fit " + width + " digits");
    }
    return new String(digits);
  }

  /**
   * Decodes the number between two indexes; empty if it exceeds a positive 64-bit number. The range must contain only
   * digits.
   */
  static OptionalLong decode(CharSequence text, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = digit(text.charAt(i));
      if (value > (Long.MAX_VALUE - digit) / ALPHABET.length()) {
        return OptionalLong.empty();
      }
      value = value * ALPHABET.length() + digit;
    }
    return OptionalLong.of(value);
  }

  private static int digit(char character) {
    if (character <= '9') {
      return character - '0';
    }
    return character <= 'Z' ? character - 'A' + 10 : character - 'a' + 36;
  }
}
