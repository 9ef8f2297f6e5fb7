package dev.latchkey.bootstrap;

import dev.latchkey.api.Description;
import dev.latchkey.api.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the server may answer, by the description that it serves. */
final class Described {

  /** What people see in a browser is no part of the API. */
  private static final Pattern DASHBOARD = Pattern.compile("/(en|de)/.*");

  private static final String SERVED = "/dev/latchkey/adapters/rest/service/openapi.yaml";

  private static final Description DESCRIPTION = Description.of(yaml());

  private Described() {}

  /** The file that the server serves. */
  static String yaml() {
    try (InputStream file = Described.class.getResourceAsStream(SERVED)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails where the description does not allow the answer. */
  static Answer checked(String method, String target, Answer answer) {
    String path = path(target);
    if (!DASHBOARD.matcher(path).matches()) {
      DESCRIPTION.check(new Exchange(method, path, answer.status(), answer.headers(), answer.body()));
    }
    return answer;
  }

  /** A target may be absolute, as a proxy sends it; spaces behind it are no part of it. */
  private static String path(String target) {
    String whole = target.startsWith("http://") ? URI.create(target).getRawPath() : target.trim();
    int query = whole.indexOf('?');
    return query < 0 ? whole : whole.substring(0, query);
  }
}
