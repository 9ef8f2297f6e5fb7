package dev.latchkey.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Makes requests to all routes of the router, pages and forms and files included, the same ones for the same seed. */
final class FuzzPages {

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)[^{}]*}");
  private static final byte[] NOTHING = {};

  private static final List<String> ODD = List.of("", " ", "0", "-1", "x", "%", "%zz", "%00", "%FF%FE", "%E0%A4%A",
      "..",
      "%2e%2e", "null", "99999999999999999999", "a".repeat(3000), "+", "&", "=", "%u0041", "\u00e4", "Tenant:1",
      "ApiKey:",
      "true", "on", "ALL", "<script>", "${7*7}", "%0d%0aX-Odd:1", "'", "1e9", "2030-01-01T00:00", "10.0.0.0/8",
      "VGVuYW50OjE=", "%F0%9F%98%80", "%ED%A0%80");

  private static final List<String> FIELDS = List.of("form_token", "once", "name", "environment", "access", "email",
      "password", "role", "permissions", "expires_at", "not_before", "allowed_addresses", "requests", "window_seconds",
      "overlap_seconds", "overlap", "confirm", "status", "version", "key", "question", "campaign", "rules", "q",
      "before");

  private static final List<String> FORM_TYPES = List.of("application/x-www-form-urlencoded",
      "application/x-www-form-urlencoded; charset=UTF-8", "application/x-www-form-urlencoded; charset=nonsense",
      "application/x-www-form-urlencoded; charset=", "application/x-www-form-urlencoded; charset=utf-16",
      "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/json", ";", "");

  private final Random random;
  private final List<ServedRoute> routes;
  private final List<ServedRoute> posts;
  private final Map<String, List<String>> ids;
  private final String tenant;
  private final List<String> cookies;
  private final String token;

  /**
   * @param ids by the names of the variables that stand for them
   * @param cookies of members who are signed in
   * @param token that the cookies go with
   */
  FuzzPages(
      long seed,
      List<ServedRoute> routes,
      Map<String, List<String>> ids,
      String tenant,
      List<String> cookies,
      String token) {
    this.random = new Random(seed);
    this.routes = routes;
    this.posts = routes.stream()
        .filter(route -> List.of("POST", "PUT", "PATCH", "DELETE").contains(route.method()))
        .toList();
    this.ids = ids;
    this.tenant = tenant;
    this.cookies = cookies;
    this.token = token;
  }

  FuzzRequest next() {
    return switch (random.nextInt(4)) {
      case 0 -> {
        ServedRoute route = one(routes);
        yield new FuzzRequest("page", route.method(), target(route) + query(), headers(route), NOTHING);
      }
      case 1, 2 -> {
        ServedRoute route = one(posts);
        List<String> headers = headers(route);
        headers.add("Content-Type: " + (random.nextInt(5) == 0 ? one(FORM_TYPES) : FORM_TYPES.getFirst()));
        yield new FuzzRequest("form", route.method(), target(route), headers, form());
      }
      default -> {
        ServedRoute route = one(posts);
        List<String> headers = headers(route);
        headers.add("Content-Type: " + one(List.of("application/json", FORM_TYPES.getFirst())));
        headers.add("Content-Encoding: "
            + one(
                List.of("gzip", "deflate", "br", "x-gzip", "snappy", "zstd", "gzip, gzip", "GZIP", "identity", "odd")));
        yield new FuzzRequest("packed", route.method(), target(route), headers, packed());
      }
    };
  }

  private String target(ServedRoute route) {
    return VARIABLE.matcher(route.template())
        .replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1))));
  }

  private String value(String variable) {
    if (variable.equals("locale")) {
      return one(List.of("en", "de", "en", "de", "fr"));
    }
    if (variable.equals("tenant") && random.nextInt(8) != 0) {
      return tenant;
    }
    return random.nextInt(2) == 0 ? one(ids.getOrDefault(variable, ODD)) : inPath(one(ODD));
  }

  /** A space would end the target. */
  private static String inPath(String odd) {
    return odd.replace(' ', '_');
  }

  private String query() {
    int count = random.nextInt(4);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(one(List.of("before", "q", "status", "environment", "limit", "cursor", "x", ""))
          + one(List.of("=", "", "==")) + inPath(one(ODD)));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private List<String> headers(ServedRoute route) {
    List<String> headers = new ArrayList<>();
    // Signing out would end the session that the others need.
    if (!route.template().endsWith("sign-out") && random.nextInt(6) != 0) {
      headers.add("Cookie: " + one(cookies));
    } else if (random.nextBoolean()) {
      headers.add("Cookie: " + one(List.of("latchkey-session=" + one(ODD), "latchkey-form=" + one(ODD), "=", ";;;", "a",
          "latchkey-session=\"", "latchkey-notice=" + one(ODD), "latchkey-form=x; latchkey-form=y")));
    }
    if (random.nextInt(8) == 0) {
      headers.add(one(List.of("Origin: null", "Origin: https://odd.example", "Sec-Fetch-Site: cross-site",
          "HX-Request: true", "Accept: application/json", "Accept: */*;q=0", "Accept-Encoding: gzip;q=0, *",
          "If-None-Match: *", "If-None-Match: W/\"x\", ,", "Range: bytes=9-", "Accept-Language: de;q=x")));
    }
    return headers;
  }

  private byte[] form() {
    int count = random.nextInt(8);
    List<String> parts = new ArrayList<>();
    if (random.nextInt(4) != 0) {
      parts.add("form_token=" + token);
    }
    for (int i = 0; i < count; i++) {
      String value = switch (random.nextInt(3)) {
        case 0 -> URLEncoder.encode(one(ODD), StandardCharsets.UTF_8);
        case 1 -> one(ids.values().stream().flatMap(List::stream).sorted().toList());
        default -> one(ODD);
      };
      parts.add(one(FIELDS) + one(List.of("=", "=", "=", "", "%=")) + value);
    }
    return String.join(one(List.of("&", "&", "&", ";", "&&")), parts).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] packed() {
    byte[] content = switch (random.nextInt(3)) {
      case 0 -> form();
      case 1 -> "{\"name\":\"packed\"}".getBytes(StandardCharsets.UTF_8);
      default -> new byte[random.nextInt(2_000_000)];
    };
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream stream = random.nextBoolean()
          ? new GZIPOutputStream(packed)
          : new DeflaterOutputStream(packed)) {
        stream.write(content);
      }
      byte[] bytes = packed.toByteArray();
      return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
