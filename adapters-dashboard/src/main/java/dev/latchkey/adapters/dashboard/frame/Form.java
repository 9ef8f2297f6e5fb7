package dev.latchkey.adapters.dashboard.frame;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a posted form. They may include a password, so {@link #toString} shows none. */
public final class Form {

  public static final Form EMPTY = new Form(Map.of());

  // More than any page has. The body size is limited, and fields beyond this number are ignored.
  private static final int MOST_FIELDS = 5_000;

  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** Parses a body of the type application/x-www-form-urlencoded; empty where it is malformed or not UTF-8. */
  public static Optional<Form> read(String body) {
    if (!isUtf8(body)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether the body is valid UTF-8. The decoder would replace invalid bytes, such as an incomplete character,
   * by U+FFFD.
   */
  private static boolean isUtf8(String body) {
    // The server has already replaced invalid bytes: a form escapes all characters that are not ASCII.
    if (body.indexOf(REPLACEMENT) >= 0) {
      return false;
    }
    return ESCAPES.matcher(body).results()
        .allMatch(run -> isUtf8(HexFormat.of().parseHex(run.group().replace("%", ""))));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  /** Returns the value of a field; empty where it was not sent exactly once. */
  public Optional<String> field(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** Returns the values of a field that can be sent more than once. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Returns the value of a field without surrounding space; the empty text where it was not sent exactly once. */
  public String text(String name) {
    return field(name).orElse("").strip();
  }

  /** Returns the constant that a field names; empty where it names none. */
  public <E extends Enum<E>> Optional<E> constant(String name, E[] constants) {
    return Arrays.stream(constants).filter(constant -> constant.name().equals(text(name))).findFirst();
  }

  @Override
  public String toString() {
    return "Form[…]";
  }
}
