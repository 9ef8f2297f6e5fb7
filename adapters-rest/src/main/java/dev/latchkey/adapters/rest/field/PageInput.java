package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.answer.Cursor;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.domain.PageRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Decoder of the page of a list. */
public final class PageInput {

  private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");

  private static final FieldDecoder<Integer> LIMIT_KIND = FieldDecoder.of(
      Schema.ofType("integer")
          .with("minimum", 1)
          .with("maximum", PageRequest.HIGHEST_LIMIT)
          .with("default", PageRequest.DEFAULT_LIMIT),
      FieldDecoder.TEXT.as(
          PageInput::limit, "out_of_range", "Must be a whole number from 1 to " + PageRequest.HIGHEST_LIMIT + "."));

  private static final FieldDecoder<Cursor> CURSOR = FieldDecoder.TEXT.as(Cursor::of, "invalid_cursor",
      "Must be the next_cursor of a list.");

  private PageInput() {}

  public static Optional<PageRequest> read(JsonObjectReader query) {
    Optional<Integer> limit = query.optional("limit", LIMIT_KIND);
    Optional<Cursor> cursor = query.optional("cursor", CURSOR);
    OptionalLong before = cursor.stream().mapToLong(Cursor::before).findFirst();
    return query.build(() -> new PageRequest(limit.orElse(PageRequest.DEFAULT_LIMIT), before));
  }

  private static Optional<Integer> limit(String text) {
    return LIMIT.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
