package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Translates violations of a key's settings into messages by field. */
final class KeyFormErrors {

  private static final String NOT_AFTER_START = "not_after_start";
  private static final String IN_THE_PAST = "in_the_past";

  private KeyFormErrors() {}

  static Map<String, String> of(List<Violation> faults, Language language) {
    return faults.stream()
        .collect(Collectors.toMap(Violation::field, fault -> text(fault, language), (first, _) -> first));
  }

  private static String text(Violation fault, Language language) {
    return switch (fault.code()) {
      case NOT_AFTER_START -> language.text("fault.not_after_start");
      case IN_THE_PAST -> language.text("fault.in_the_past");
      default -> fault.message();
    };
  }
}
