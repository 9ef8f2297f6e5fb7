package dev.latchkey.bootstrap.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published page, read for what it promises: routes with a star for every id, codes and messages. */
record Contract(String text) {

  private static final Pattern HEADING = Pattern.compile("^##+ [^`]*(?:`([^`]*)`)?.*");
  private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PATCH|DELETE)(?: (/[^ `?]*))?");
  private static final Pattern CODE = Pattern.compile("\\b[45]\\d\\d:? `([a-z_]+)`");
  private static final Pattern DECIDED = Pattern.compile("`([a-z]+_[a-z_]+)`");
  private static final Pattern MESSAGE = Pattern.compile("`([A-Z][a-z]+ [A-Za-z ]+)`");

  static Contract published() throws IOException {
    return new Contract(Files.readString(Path.of("..", "docs", "http-api.md")));
  }

  Set<String> promises() {
    Set<String> promises = new TreeSet<>();
    String base = "";
    boolean decision = false;
    for (String line : text.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        base = heading.group(1) == null ? "" : heading.group(1);
        decision = line.contains("The decision");
      }
      all(CODE, line, promises);
      all(MESSAGE, line, promises);
      if (line.startsWith("|")) {
        String cell = line.split("\\|")[1];
        routes(cell, base, promises);
        if (decision) {
          all(DECIDED, line.substring(line.lastIndexOf('|', line.length() - 2)), promises);
        } else if (base.isEmpty()) {
          routes(line, base, promises);
        }
      } else if (line.startsWith("- `")) {
        routes(line, "", promises);
      }
    }
    return promises;
  }

  private static void routes(String cell, String base, Set<String> promises) {
    Matcher route = ROUTE.matcher(cell);
    String named = base;
    while (route.find()) {
      String path = route.group(2);
      if (path != null) {
        named = path.startsWith("/api/") || base.isEmpty() ? path : base + path;
      }
      if (!named.isEmpty()) {
        boolean ofOne = path == null && named.endsWith("/members") && !route.group(1).equals("GET");
        promises.add(route.group(1) + " " + named.replaceAll("\\{[^}]*}", "*") + (ofOne ? "/*" : ""));
      }
    }
  }

  private static void all(Pattern pattern, String line, Set<String> promises) {
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      promises.add(matcher.group(1));
    }
  }
}
