package dev.latchkey.adapters.dashboard.key;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalises the text of a search for keys: a pasted key is reduced to its public handle, and the dots of a masked key
 * to the ellipsis.
 */
final class SearchedText {

  // Matches mistyped, truncated and extended keys too: the text after the handle may still be a secret.
  private static final Pattern KEY = Pattern.compile("lk_(?:live|staging|dev)_([0-9A-Za-z]{11})(?:_.*)?",
      Pattern.DOTALL);
  // As long as the secret and the checksum of a key, which a double click selects.
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
