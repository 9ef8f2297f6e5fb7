package dev.latchkey.adapters.rest.kit.input;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Check of a {@code Content-Type} for JSON in UTF-8 (RFC 9110, section 8.3.1). Parameters other than charset are
 * ignored.
 */
final class JsonMediaType {

  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern PARAMETER = Pattern
      .compile(";\\s*+(?:(" + TOKEN + ")\\s*+=\\s*+(" + TOKEN + "|" + QUOTED + ")\\s*+)?+");
  private static final Pattern JSON = Pattern.compile(
      "\\s*+application/(?:json|merge-patch\\+json)\\s*+((?:" + PARAMETER + ")*+)", Pattern.CASE_INSENSITIVE);

  private JsonMediaType() {}

  /**
   * Returns whether these lines allow reading a body as JSON.
   *
   * @param contentTypes every line of the header; several are one list (RFC 9110, section 5.3), which is no media type
   */
  static boolean allows(List<String> contentTypes) {
    if (contentTypes.isEmpty()) {
      return true;
    }
    Matcher json = JSON.matcher(String.join(", ", contentTypes));
    return json.matches() && PARAMETER.matcher(json.group(1)).results()
        .filter(parameter -> "charset".equalsIgnoreCase(parameter.group(1)))
        .allMatch(charset -> UTF_8.contains(unquoted(charset.group(2))));
  }

  private static String unquoted(String value) {
    return value.replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
