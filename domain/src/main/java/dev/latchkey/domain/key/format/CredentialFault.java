package dev.latchkey.domain.key.format;

import dev.latchkey.domain.VisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reason why a text is not a bearer credential (RFC 6750, section 2.1), regardless of the key that it may contain.
 * Each fault is visible in the text alone, so reporting it reveals nothing.
 */
public enum CredentialFault {
  /** The header has no value. */
  EMPTY,
  /** The header contains the key without a scheme. */
  NO_SCHEME,
  /** The scheme is not {@code Bearer}. */
  SCHEME,
  /** The value begins with the name of the header. */
  NAME_REPEATED,
  /** A colon or an equals sign follows {@code Bearer}. */
  COLON,
  /** The key follows {@code Bearer} without a space. */
  NO_SPACE,
  /** {@code Bearer} without a key. */
  NO_TOKEN,
  /** The key begins with the word {@code Bearer}. */
  BEARER_TWICE,
  /** There are several spaces between {@code Bearer} and the key. */
  EXTRA_SPACE,
  /** There is a space inside or after the key. */
  INNER_SPACE,
  /** There is a tab before, inside or after the key. */
  TAB,
  /** There is a line break inside or after the key. */
  LINE_BREAK,
  /** There is a comma, as between several credentials. */
  COMMA,
  /** There is a semicolon, as between several credentials. */
  SEMICOLON,
  /** The header was sent more than once. */
  SEVERAL,
  /** The header is longer than 512 characters. */
  TOO_LONG,
  /** The text is a mask, such as {@code lk_live_3fK9…a1B2}. */
  MASKED,
  /** There is an invisible character in the key or next to it. */
  INVISIBLE,
  /** The key is in quotation marks. */
  QUOTED,
  /** The key is in brackets. */
  BRACKETED,
  /** A character is percent-encoded, such as {@code %0A}. */
  PERCENT_ENCODED,
  /** There is a backslash, as in an escape sequence. */
  ESCAPED,
  /** There is a character outside of ASCII, which may resemble an ASCII character. */
  NOT_ASCII;

  private static final Pattern MASK = Pattern.compile("[\\u2026\\u22EF]|\\.{3}|[*\\u2022\\u25CF\\u00B7\\u2219]{2}");
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final String QUOTES = "\"'`\u00B4\u00AB\u00BB\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A";
  private static final String BRACKETS = "<>[](){}";

  private static final int LAST_OF_ASCII = 0x7E;

  /**
   * Detects characters that copying leaves around a key or in place of it.
   *
   * @param text without spaces, tabs and line breaks
   * @return the most significant fault; empty if there is none, which does not mean that the text is a key
   */
  public static Optional<CredentialFault> seenIn(String text) {
    if (MASK.matcher(text).find()) {
      return Optional.of(MASKED);
    }
    if (text.codePoints().anyMatch(CredentialFault::isInvisible)) {
      return Optional.of(INVISIBLE);
    }
    if (hasAtAnEnd(text, QUOTES)) {
      return Optional.of(QUOTED);
    }
    if (hasAtAnEnd(text, BRACKETS)) {
      return Optional.of(BRACKETED);
    }
    if (hasAtAnEnd(text, ",")) {
      return Optional.of(COMMA);
    }
    if (hasAtAnEnd(text, ";")) {
      return Optional.of(SEMICOLON);
    }
    if (PERCENT.matcher(text).find()) {
      return Optional.of(PERCENT_ENCODED);
    }
    if (text.indexOf('\\') >= 0) {
      return Optional.of(ESCAPED);
    }
    return text.codePoints().anyMatch(c -> c > LAST_OF_ASCII) ? Optional.of(NOT_ASCII) : Optional.empty();
  }

  /** Detects a separator between several credentials, anywhere in a text. */
  public static Optional<CredentialFault> separatorIn(String text) {
    if (text.indexOf(',') >= 0) {
      return Optional.of(COMMA);
    }
    return text.indexOf(';') >= 0 ? Optional.of(SEMICOLON) : Optional.empty();
  }

  private static boolean hasAtAnEnd(String text, String characters) {
    return !text.isEmpty()
        && (characters.indexOf(text.charAt(0)) >= 0 || characters.indexOf(text.charAt(text.length() - 1)) >= 0);
  }

  private static boolean isInvisible(int character) {
    return VisibleText.isHidden(character)
        || (character != ' ' && Character.getType(character) == Character.SPACE_SEPARATOR);
  }
}
