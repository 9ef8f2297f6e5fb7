package dev.latchkey.adapters.rest.kit.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a list starts.
 *
 * @param before the lowest id that was shown already
 */
public record Cursor(long before) {

  private static final String LABEL = "before:";
  private static final Pattern SPELLING = Pattern.compile(LABEL + "([1-9][0-9]{0,18})");

  /** Reads what an answer gave as {@code next_cursor}; empty where the text is none. */
  public static Optional<Cursor> of(String text) {
    try {
      byte[] content = Base64.getUrlDecoder().decode(text);
      Matcher cursor = SPELLING.matcher(new String(content, StandardCharsets.US_ASCII));
      return cursor.matches() ? Optional.of(new Cursor(Long.parseLong(cursor.group(1)))) : Optional.empty();
    } catch (IllegalArgumentException notBase64OrOver64Bits) {
      return Optional.empty();
    }
  }

  /** The text to give out. */
  public String text() {
    byte[] content = (LABEL + before).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }
}
