package dev.latchkey.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The path templates of a description. */
final class Paths {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private final List<Template> templates;

  private record Template(Pattern pattern, long variables, JsonNode content) {

    static Template of(String path, JsonNode content) {
      String literal = path.replace(".", "\\.");
      return new Template(
          Pattern.compile(VARIABLE.matcher(literal).replaceAll("[^/]+")), VARIABLE.matcher(path).results().count(),
          content);
    }
  }

  Paths(JsonNode paths) {
    this.templates = paths.properties().stream()
        .map(path -> Template.of(path.getKey(), path.getValue()))
        .sorted(Comparator.comparingLong(Template::variables))
        .toList();
  }

  /** Finds the matching template with the fewest variables; a trailing slash is ignored. */
  Optional<JsonNode> find(String path) {
    String plain = unescaped(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    return templates.stream()
        .filter(template -> template.pattern().matcher(plain).matches())
        .map(Template::content)
        .findFirst();
  }

  /** Decodes percent escapes except for an escaped slash, which stays part of its segment. */
  private static String unescaped(String path) {
    String kept = path.replace("+", "%2B").replaceAll("(?i)%2F", "%252F");
    try {
      return URLDecoder.decode(kept, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return path;
    }
  }
}
