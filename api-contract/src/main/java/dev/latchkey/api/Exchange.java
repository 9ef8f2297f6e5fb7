package dev.latchkey.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its response.
 *
 * @param path without the query
 * @param headers the response headers by their names in lower case
 */
public record Exchange(String method, String path, int status, Map<String, List<String>> headers, String body) {

  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  String mediaType() {
    return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
  }

  boolean isProblem(int of, String code) {
    return status == of && body.contains("\"code\":\"" + code + "\"");
  }

  @Override
  public String toString() {
    return "%s %s\n  %d %s\n  %s".formatted(method, path, status, headers, body);
  }
}
