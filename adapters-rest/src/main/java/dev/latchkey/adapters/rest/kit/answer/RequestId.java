package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Id of a request in its response and in the log: the caller's own, if it is safe to log; else a new one. */
public record RequestId(String value) {

  static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = "latchkey.request-id";
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Returns the id of a request, the same on every call. */
  public static RequestId of(HttpRequest<?> request) {
    if (request.getAttribute(ATTRIBUTE).orElse(null) instanceof RequestId known) {
      return known;
    }
    RequestId id = callers(request.getHeaders().get(HEADER));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  private static RequestId callers(@Nullable String name) {
    return name != null && FIT.matcher(name).matches() ? new RequestId(name) : fresh();
  }

  private static RequestId fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return new RequestId(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
  }
}
