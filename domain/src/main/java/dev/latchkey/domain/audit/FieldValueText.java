package dev.latchkey.domain.audit;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a value as JSON. Equal values have equal texts, because the text is hashed. */
final class FieldValueText {

  /** The only member of an object that represents a reference. No field has this name. */
  static final String REFERENCE = "$ref";

  private FieldValueText() {}

  static String of(FieldValue value) {
    return switch (value) {
      case FieldValue.None() -> "null";
      case FieldValue.Text(String text) -> quoted(text);
      case FieldValue.Whole(long number) -> Long.toString(number);
      case FieldValue.Flag(boolean flag) -> Boolean.toString(flag);
      case FieldValue.Reference(var id) -> "{" + quoted(REFERENCE) + ":" + quoted(IdText.of(id)) + "}";
      case FieldValue.Items(var values) ->
        values.stream().map(FieldValueText::of).collect(Collectors.joining(",", "[", "]"));
      case FieldValue.Members(var values) ->
        values.entrySet().stream().map(FieldValueText::member).collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String member(Map.Entry<String, FieldValue> member) {
    return quoted(member.getKey()) + ":" + of(member.getValue());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> {
      if (unit == '"' || unit == '\\') {
        quoted.append('\\').append((char) unit);
      } else if (unit < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", unit));
      } else {
        quoted.append((char) unit);
      }
    });
    return quoted.append('"').toString();
  }
}
