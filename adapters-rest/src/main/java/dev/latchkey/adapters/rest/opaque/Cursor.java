package dev.latchkey.adapters.rest.opaque;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of a list starts.
 *
 * @param before the lowest id that was shown already
 */
public record Cursor(long before) {

  private static final String LABEL = "before";

  /** Reads what an answer gave as {@code next_cursor}; empty where the text is none. */
  public static Optional<Cursor> of(String text) {
    byte[] content;
    try {
      content = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    return Labelled.of(new String(content, StandardCharsets.US_ASCII))
        .filter(labelled -> labelled.label().equals(LABEL))
        .map(labelled -> new Cursor(labelled.number()));
  }

  /** The text to give out. */
  public String text() {
    byte[] content = new Labelled(LABEL, before).toString().getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }
}
