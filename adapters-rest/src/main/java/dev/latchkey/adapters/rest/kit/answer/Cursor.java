package dev.latchkey.adapters.rest.kit.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Position at which the next page of a list starts.
 *
 * @param before the lowest id that was already returned
 */
public record Cursor(long before) {

  private static final String LABEL = "before:";
  private static final Pattern SPELLING = Pattern.compile(LABEL + "([1-9][0-9]{0,18})");

  /** Reads the {@code next_cursor} of a response; empty if the text is not a cursor. */
  public static Optional<Cursor> of(String text) {
    try {
      byte[] content = Base64.getUrlDecoder().decode(text);
      Matcher cursor = SPELLING.matcher(new String(content, StandardCharsets.US_ASCII));
      return cursor.matches() ? Optional.of(new Cursor(Long.parseLong(cursor.group(1)))) : Optional.empty();
    } catch (IllegalArgumentException notBase64OrOver64Bits) {
      return Optional.empty();
    }
  }

  /** Returns the text for {@code next_cursor}. */
  public String text() {
    byte[] content = (LABEL + before).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }
}
