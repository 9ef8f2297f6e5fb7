package dev.latchkey.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one form that {@link FieldValueText} writes. The domain has no library, and this form is small. */
final class FieldChangesReader {

  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  /** Deeper than any value of this product; text that was tampered with must not exhaust the stack. */
  private static final int DEEPEST = 16;

  private final String text;
  private int at;
  private int depth;

  private FieldChangesReader(String text) {
    this.text = text;
  }

  static FieldChanges read(String text) {
    FieldChangesReader reader = new FieldChangesReader(text);
    SortedMap<String, FieldChange> fields = new TreeMap<>();
    reader.members().forEach((name, value) -> fields.put(name, change(value)));
    FieldChanges changes = new FieldChanges(fields);
    // One form only: the text is hashed, and what is read has to be what was hashed.
    if (!changes.text().equals(text)) {
      throw unreadable();
    }
    return changes;
  }

  private static FieldChange change(FieldValue value) {
    if (value instanceof FieldValue.Members(var sides)) {
      return new FieldChange(sides.getOrDefault("from", FieldValue.NONE), sides.getOrDefault("to", FieldValue.NONE));
    }
    throw unreadable();
  }

  private FieldValue value() {
    if (++depth > DEEPEST) {
      throw unreadable();
    }
    FieldValue value = anyValue();
    depth--;
    return value;
  }

  private FieldValue anyValue() {
    if (text.startsWith("\"", at)) {
      return new FieldValue.Text(string());
    }
    if (text.startsWith("{", at)) {
      return object();
    }
    if (text.startsWith("[", at)) {
      return items();
    }
    if (skipped("null")) {
      return FieldValue.NONE;
    }
    if (skipped("true")) {
      return new FieldValue.Flag(true);
    }
    return skipped("false") ? new FieldValue.Flag(false) : new FieldValue.Whole(number());
  }

  private FieldValue object() {
    SortedMap<String, FieldValue> members = members();
    return members.size() == 1 && members.get(FieldValueText.REFERENCE) instanceof FieldValue.Text(String id)
        ? new FieldValue.Reference(IdText.read(id))
        : new FieldValue.Members(members);
  }

  private SortedMap<String, FieldValue> members() {
    SortedMap<String, FieldValue> members = new TreeMap<>();
    expect("{");
    while (!skipped("}")) {
      String name = string();
      expect(":");
      members.put(name, value());
      skipped(",");
    }
    return members;
  }

  private FieldValue items() {
    List<FieldValue> items = new ArrayList<>();
    expect("[");
    while (!skipped("]")) {
      items.add(value());
      skipped(",");
    }
    return new FieldValue.Items(items);
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    expect("\"");
    while (!skipped("\"")) {
      if (skipped("\\u")) {
        string.append((char) Integer.parseInt(taken(4), 16));
      } else {
        skipped("\\");
        string.append(taken(1));
      }
    }
    return string.toString();
  }

  private String taken(int characters) {
    if (at + characters > text.length()) {
      throw unreadable();
    }
    at += characters;
    return text.substring(at - characters, at);
  }

  private long number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw unreadable();
    }
    return Long.parseLong(taken(number.end() - at));
  }

  private void expect(String word) {
    if (!skipped(word)) {
      throw unreadable();
    }
  }

  private boolean skipped(String word) {
    boolean here = text.startsWith(word, at);
    at += here ? word.length() : 0;
    return here;
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("Not the changes of an audit event");
  }
}
