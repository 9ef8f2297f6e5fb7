package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request is called in its answer and in the log: the caller's own name for it, if that is fit to be logged. */
public record RequestId(String value) {

  static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = "latchkey.request-id";
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** The same one however often it is asked for. */
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
