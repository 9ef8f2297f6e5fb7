package dev.latchkey.adapters.rest.opaque;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands inside an opaque text: {@code Label:number}, in one spelling only. */
record Labelled(String label, long number) {

  private static final Pattern SPELLING = Pattern.compile("([A-Za-z]{1,32}):([1-9][0-9]{0,18})");

  static Optional<Labelled> of(String text) {
    Matcher parts = SPELLING.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Labelled(parts.group(1), Long.parseLong(parts.group(2))));
    } catch (NumberFormatException over64Bits) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return label + ":" + number;
  }
}
