package dev.latchkey.bootstrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;

/** Makes requests with something unusual in them, the same ones for the same seed. */
final class FuzzRequests {

  private static final byte[] NOTHING = {};
  private static final int SIZE = 1000;
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

  /** What takes the place of a value, of a piece of text or of a whole body. */
  private static final List<String> ODD = List.of("", " ", "null", "true", "0", "-1", "1e999", "-0", "NaN", "1E400",
      "123456789012345678901234567890", "0.1e-999999999", "9223372036854775808", "{}", "[]", "[[]]", "\"\"",
      "\"\\ud800\"",
      "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"a\\\\u0000b\"", "\"\uD83D\uDE00\"", "\"\u202E\"", "{\"\":{\"\":{}}}",
      "{\"a\":1,\"a\":2}", "\"1970-01-01T00:00:00Z\"", "\"+1000000000-12-31T23:59:59Z\"", "\"9999-12-31T23:59:60Z\"",
      "\"0000-00-00\"", "\"24:00\"", "\"Mars/Olympus\"", "\"::ffff:1.2.3.4/129\"", "\"fe80::1%eth0\"", "\"1.2.3.4/-1\"",
      "\"https://[::1\"", "\"http://a b\"", "\"' OR 1=1 --\"", "\"%00\"", "\"../..\"", "\"${jndi:ldap://x}\"");

  private final Random random;
  private final Map<String, List<String>> ids;
  private final String key;
  private final RandomGenerator<String> texts;
  private final RandomGenerator<String> trees;

  /** @param ids of each type, none of them needed by the test itself */
  FuzzRequests(long seed, Map<String, List<String>> ids, String key) {
    this.random = new Random(seed);
    this.ids = ids;
    this.key = key;
    this.texts = Arbitraries.strings().ofMaxLength(40).generator(SIZE);
    this.trees = json().generator(SIZE);
  }

  FuzzRequest next() {
    ApiRoute route = one(ApiRoute.ALL);
    return switch (random.nextInt(10)) {
      case 0, 1 -> request("authorization", route, target(route), authorizations(), good(route));
      case 2 -> request("path id", route, oddTarget(route), List.of(credentials(route)), good(route));
      case 3 -> request("query", route, target(route) + "?" + query(), List.of(credentials(route)), good(route));
      case 4 -> request("content type", route, target(route), List.of(credentials(route), contentType()), good(route));
      case 5 -> request("header", route, target(route), List.of(credentials(route), header()), good(route));
      case 6 -> body("JSON tree", trees.next(random).value().getBytes(StandardCharsets.UTF_8));
      case 7, 8 -> {
        ApiRoute taking = taking();
        yield body("member", taking, mutatedJson(filled(taking.body())).getBytes(StandardCharsets.UTF_8));
      }
      default -> {
        ApiRoute taking = taking();
        yield body("bytes", taking, mutated(filled(taking.body()).getBytes(StandardCharsets.UTF_8)));
      }
    };
  }

  private FuzzRequest body(String kind, byte[] body) {
    return body(kind, taking(), body);
  }

  private FuzzRequest body(String kind, ApiRoute route, byte[] body) {
    return request(kind, route, target(route), List.of(credentials(route), "Content-Type: application/json"), body);
  }

  private static FuzzRequest request(
      String kind, ApiRoute route, String target, List<String> headers, byte[] body) {
    return new FuzzRequest(kind, route.method(), target, headers.stream().map(FuzzRequests::onOneLine).toList(), body);
  }

  private ApiRoute taking() {
    ApiRoute route = one(ApiRoute.ALL);
    while (route.body().isEmpty()) {
      route = one(ApiRoute.ALL);
    }
    return route;
  }

  private byte[] good(ApiRoute route) {
    return route.body().isEmpty() ? NOTHING : filled(route.body()).getBytes(StandardCharsets.UTF_8);
  }

  private String target(ApiRoute route) {
    return filled(route.path().replace('{', '<').replace('}', '>'));
  }

  /** Every id that a text asks for by its type. */
  private String filled(String text) {
    String filled = text.replace("KEY", key);
    for (Map.Entry<String, List<String>> type : ids.entrySet()) {
      filled = filled.replace("<" + type.getKey() + ">", one(type.getValue()));
    }
    return filled;
  }

  private String credentials(ApiRoute route) {
    return "Authorization: Bearer " + (route.isTheOperators() ? Platform.TOKEN : key);
  }

  private List<String> authorizations() {
    int count = random.nextInt(12) == 0 ? 2 : 1;
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add("Authorization: " + authorization());
    }
    return headers;
  }

  private String authorization() {
    String good = random.nextInt(5) == 0 ? Platform.TOKEN : key;
    return switch (random.nextInt(8)) {
      case 0 -> "Bearer " + flipped(good);
      case 1 -> "Bearer " + good.substring(0, random.nextInt(good.length()));
      case 2 -> "Bearer " + text() + good;
      case 3 ->
        one(List.of("Basic", "Token", "Digest", "bearer", "BEARER", "Bear", "Bearer,", "Bearer\t")) + " " + good;
      case 4 -> text();
      case 5 -> "Bearer " + good.replace('_', one(List.of('-', '.', ' ', '_')));
      case 6 -> "Bearer " + "x".repeat(random.nextInt(2000));
      default -> "Bearer " + good.replaceAll("(?<=_).*", "") + text();
    };
  }

  private String oddTarget(ApiRoute route) {
    String path = route.path();
    if (!path.contains("{")) {
      return pathPart(route.path() + "/" + text());
    }
    return VARIABLE.matcher(path).replaceAll(variable -> {
      String type = variable.group(1);
      return Matcher.quoteReplacement(random.nextInt(3) == 0 ? one(ids.get(type)) : pathPart(oddId(type)));
    });
  }

  private String oddId(String type) {
    return switch (random.nextInt(8)) {
      case 0 -> flipped(one(ids.get(type)));
      case 1 -> one(ids.get(one(List.copyOf(ids.keySet().stream().sorted().toList()))));
      case 2 -> type + ":" + random.nextLong();
      case 3 -> encoded(type + ":" + text());
      case 4 -> encoded(text());
      case 5 -> one(List.of("..", ".", "%2e%2e", "%00", "%", "%zz", "%C0%AF", "%FF", "~", ";x=1", ":", "Tenant:",
          "ApiKey:01", "ApiKey:+1", "VoiceCampaign:1 ", "a".repeat(3000)));
      case 6 -> one(ids.get(type)).replace("=", one(List.of("%3D", "%3d", "", "==", "%253D")));
      default -> text();
    };
  }

  private String query() {
    List<String> parts = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String name = one(List.of("limit", "cursor", "status", "environment", "q", "api_key", "", pathPart(text())));
      String value = switch (random.nextInt(6)) {
        case 0 -> String.valueOf(random.nextInt(-5, 120));
        case 1 ->
          one(List.of("ACTIVE", "DISABLED", "live", "dev", "active", "null", "%00", "%ff", "%zz", "&", "=", "1e2"));
        case 2 -> encoded(text());
        case 3 -> flipped(encoded("v1:" + random.nextLong()));
        case 4 -> encoded(String.valueOf(random.nextLong()));
        default -> text();
      };
      parts.add(name + one(List.of("=", "=", "=", "")) + pathPart(value));
    }
    return String.join("&", parts);
  }

  private String contentType() {
    return "Content-Type: " + switch (random.nextInt(4)) {
      case 0 -> "application/json;" + text();
      case 1 -> flipped("application/json; charset=utf-8");
      case 2 ->
        one(List.of("multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
            "text/plain", "application/xml", "*/*", "application/*", "application/json; charset=",
            "application/json; q=x"));
      default -> text();
    };
  }

  private String header() {
    return switch (random.nextInt(5)) {
      case 0 -> "Idempotency-Key: " + (random.nextBoolean() ? "k" + random.nextInt(50) : text());
      case 1 -> "Idempotency-Key: " + "x".repeat(random.nextInt(400));
      case 2 ->
        "If-Match: " + one(List.of("*", "\"1\"", "W/\"1\"", "\"x\"", "1", "\"1\", \"2\"", "\"99999999999999999999\"",
            text()));
      case 3 -> one(List.of("X-Request-Id", "Accept", "Accept-Language", "Accept-Charset", "Origin", "Cookie", "Range",
          "X-Forwarded-For", "Forwarded", "X-HTTP-Method-Override", "Content-Encoding", "Content-Language")) + ": "
          + one(List.of(text(), "gzip", "deflate", "br", "text/html;q=x", "null", "bytes=0-1", "en;q=9", "a=b; c",
              "::1"));
      default ->
        one(List.of("Access-Control-Request-Method", "Upgrade", "TE", "Via", "Date", "Pragma", "X-" + random.nextInt()))
            + ": " + one(List.of(text(), "GET", "websocket", "h2c", "trailers", "x".repeat(5000)));
    };
  }

  /** A value, a member or a piece of a good body replaced, doubled or left out. */
  private String mutatedJson(String json) {
    String result = json;
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes; i++) {
      List<Integer> values = places(result, ':');
      if (values.isEmpty()) {
        return one(ODD);
      }
      int from = one(values) + 1;
      int to = endOfValue(result, from);
      String odd = switch (random.nextInt(7)) {
        case 0 -> trees.next(random).value();
        case 1 -> "\"" + "x".repeat(random.nextInt(1, 20_000)) + "\"";
        case 2 -> "[".repeat(random.nextInt(1, 2000)) + (random.nextBoolean() ? "" : "]");
        case 3 -> quoted(text());
        default -> one(ODD);
      };
      result = switch (random.nextInt(5)) {
        case 0 -> result.substring(0, from) + odd + ",\"" + one(List.of("name", "x", "type", "status")) + "\":" + odd
            + result.substring(to);
        case 1 -> result.substring(0, to);
        default -> result.substring(0, from) + odd + result.substring(to);
      };
    }
    return result;
  }

  private static int endOfValue(String json, int from) {
    int depth = 0;
    boolean inText = false;
    for (int i = from; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inText) {
        inText = c != '"';
      } else if (c == '"') {
        inText = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
        return i;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return json.length();
  }

  private static List<Integer> places(String text, char wanted) {
    List<Integer> places = new ArrayList<>();
    for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
      places.add(i);
    }
    return places;
  }

  /** Bytes flipped, cut out, doubled or put in, which may well be no text any more. */
  private byte[] mutated(byte[] good) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 1; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
        default ->
          bytes[at] = one(List.of((byte) '{', (byte) '"', (byte) ',', (byte) 0, (byte) 0x80, (byte) 0xED, (byte) '\\'));
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private String flipped(String text) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) random.nextInt('!', 0x17F) + text.substring(at + 1);
  }

  private String text() {
    return texts.next(random).value();
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What cannot be in a line of HTTP at all would make two requests of one. */
  private static String onOneLine(String text) {
    return text.replaceAll("[\r\n]", " ");
  }

  private static String pathPart(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]", "_");
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            c -> c == '"' || c == '\\' ? "\\" + (char) c : c < ' ' ? "\\u%04x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static Arbitrary<String> json() {
    return tree(Arbitraries.of(ODD), 3);
  }

  private static Arbitrary<String> tree(Arbitrary<String> leaves, int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(leaves, Arbitraries.strings().ofMaxLength(20).map(FuzzRequests::quoted),
          Arbitraries.bigDecimals().map(Object::toString), Arbitraries.doubles().map(Object::toString));
    }
    Arbitrary<String> inner = tree(leaves, depth - 1);
    Arbitrary<String> names = Arbitraries.oneOf(
        Arbitraries.of("name", "phone_number", "permissions", "campaign_access", "rules", "status", "type",
            "custom_fields"),
        Arbitraries.strings().ofMaxLength(8)).map(FuzzRequests::quoted);
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(4).map(items -> "[" + String.join(",", items) + "]"),
        Combinators.combine(names, inner).as((name, value) -> name + ":" + value)
            .list().ofMaxSize(5).map(members -> "{" + String.join(",", members) + "}"));
  }
}
