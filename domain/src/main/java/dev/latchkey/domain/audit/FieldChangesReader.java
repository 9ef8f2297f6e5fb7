package dev.latchkey.domain.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses the one form that {@link FieldValueText} writes. The domain has no dependency on a JSON library, and the form
 * is small.
 */
final class FieldChangesReader {

  private static final Pattern TOKEN = Pattern.compile(
      "[{}\\[\\]:,]|null|true|false|-?[0-9]++|\"(?:[^\"\\\\]++|\\\\.)*+\"", Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))", Pattern.DOTALL);

  /**
   * Maximum nesting depth, more than any value of this product has. It prevents tampered text from exhausting the
   * stack.
   */
  private static final int DEEPEST = 16;

  private FieldChangesReader() {}

  static FieldChanges read(String text) {
    Deque<String> tokens = TOKEN.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(ArrayDeque::new));
    SortedMap<String, FieldChange> fields = new TreeMap<>();
    expect(tokens, "{");
    members(tokens, 0).forEach((name, value) -> fields.put(name, change(value)));
    FieldChanges changes = new FieldChanges(fields);
    // Only the canonical form is accepted: the text is hashed, and the parsed value has to be the hashed one.
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

  private static FieldValue value(Deque<String> tokens, int depth) {
    if (depth > DEEPEST) {
      throw unreadable();
    }
    String token = taken(tokens);
    return switch (token) {
      case "{" -> object(members(tokens, depth));
      case "[" -> items(tokens, depth);
      case "null" -> FieldValue.NONE;
      case "true" -> new FieldValue.Flag(true);
      case "false" -> new FieldValue.Flag(false);
      default -> token.startsWith("\"") ? new FieldValue.Text(string(token)) : new FieldValue.Whole(number(token));
    };
  }

  private static FieldValue object(SortedMap<String, FieldValue> members) {
    return members.size() == 1 && members.get(FieldValueText.REFERENCE) instanceof FieldValue.Text(String id)
        ? new FieldValue.Reference(IdText.read(id))
        : new FieldValue.Members(members);
  }

  private static SortedMap<String, FieldValue> members(Deque<String> tokens, int depth) {
    SortedMap<String, FieldValue> members = new TreeMap<>();
    while (!skipped(tokens, "}")) {
      String name = string(taken(tokens));
      expect(tokens, ":");
      members.put(name, value(tokens, depth + 1));
      skipped(tokens, ",");
    }
    return members;
  }

  private static FieldValue items(Deque<String> tokens, int depth) {
    List<FieldValue> items = new ArrayList<>();
    while (!skipped(tokens, "]")) {
      items.add(value(tokens, depth + 1));
      skipped(tokens, ",");
    }
    return new FieldValue.Items(items);
  }

  private static String string(String token) {
    if (!token.startsWith("\"")) {
      throw unreadable();
    }
    return ESCAPED.matcher(token.substring(1, token.length() - 1))
        .replaceAll(escaped -> Matcher.quoteReplacement(unescaped(escaped)));
  }

  private static String unescaped(MatchResult escaped) {
    return Optional.ofNullable(escaped.group(1))
        .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
        .orElseGet(() -> escaped.group(2));
  }

  private static long number(String token) {
    try {
      return Long.parseLong(token);
    } catch (NumberFormatException notWhole) {
      throw unreadable();
    }
  }

  private static String taken(Deque<String> tokens) {
    return Optional.ofNullable(tokens.poll()).orElseThrow(FieldChangesReader::unreadable);
  }

  private static void expect(Deque<String> tokens, String word) {
    if (!skipped(tokens, word)) {
      throw unreadable();
    }
  }

  private static boolean skipped(Deque<String> tokens, String word) {
    boolean here = word.equals(tokens.peek());
    if (here) {
      tokens.remove();
    }
    return here;
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("Not the changes of an audit event");
  }
}
