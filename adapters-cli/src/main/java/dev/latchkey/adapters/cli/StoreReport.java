package dev.latchkey.adapters.cli;

import dev.latchkey.application.port.StoreFinding;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a command about the store found or did. */
public record StoreReport(StoreCommand command, List<StoreFinding> findings) {

  /** Copies the list. */
  public StoreReport {
    findings = List.copyOf(findings);
  }

  /** Returns whether there is no fault. */
  public boolean isSound() {
    return findings.stream().allMatch(Sound.class::isInstance);
  }

  /** Returns one line for each finding, and another for the remedy of a fault. */
  public String text() {
    return findings.stream().map(StoreReport::line).collect(Collectors.joining());
  }

  private static String line(StoreFinding finding) {
    return switch (finding) {
      case Sound(String subject, String detail) -> String.format(Locale.ROOT, "ok     %-11s %s%n", subject, detail);
      case Faulty(String subject, String detail, String remedy) ->
        String.format(Locale.ROOT, "FAULT  %-11s %s%n", subject, detail)
            + (remedy.isEmpty() ? "" : String.format(Locale.ROOT, "       %-11s %s%n", "remedy", remedy));
    };
  }

  /** Returns one JSON object. */
  public String json() {
    return findings.stream()
        .map(StoreReport::object)
        .collect(
            Collectors.joining(
                ",",
                String.format(Locale.ROOT, "{\"command\":\"%s\",\"ok\":%b,\"findings\":[", command.label(), isSound()),
                "]}\n"));
  }

  private static String object(StoreFinding finding) {
    return switch (finding) {
      case Sound(String subject, String detail) ->
        String.format(Locale.ROOT, "{\"subject\":%s,\"ok\":true,\"detail\":%s}", quoted(subject), quoted(detail));
      case Faulty(String subject, String detail, String remedy) ->
        String.format(Locale.ROOT, "{\"subject\":%s,\"ok\":false,\"detail\":%s,\"remedy\":%s}", quoted(subject),
            quoted(detail), quoted(remedy));
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char symbol = text.charAt(i);
      if (symbol < ' ') {
        quoted.append("\\u").append(Integer.toHexString(0x10000 + symbol).substring(1));
      } else {
        quoted.append(symbol == '"' || symbol == '\\' ? "\\" : "").append(symbol);
      }
    }
    return quoted.append('"').toString();
  }
}
