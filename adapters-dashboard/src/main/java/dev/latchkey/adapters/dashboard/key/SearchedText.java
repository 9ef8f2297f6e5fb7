package dev.latchkey.adapters.dashboard.key;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is searched for among the keys. Of a pasted key only the public handle is taken, and of a mask its one spelling. */
final class SearchedText {

  // Mistyped, cut short or with something behind it: what follows the handle may be a secret all the same.
  private static final Pattern KEY = Pattern.compile("lk_(?:live|staging|dev)_([0-9A-Za-z]{11})(?:_.*)?",
      Pattern.DOTALL);
  // As long as the secret of a key and its checksum, which a double click selects.
  private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z]{30,}");
  private static final Pattern DOTS = Pattern.compile("(?<=_[0-9A-Za-z]{4})\\.{3}(?=[0-9A-Za-z]{4}$)");

  private SearchedText() {}

  static String of(String text) {
    if (SECRET.matcher(text).find()) {
      return KEY.matcher(text).results().map(key -> key.group(1)).findFirst().orElse("");
    }
    Matcher key = KEY.matcher(text);
    return key.find() ? key.group(1) : DOTS.matcher(text.strip()).replaceFirst("…");
  }
}
