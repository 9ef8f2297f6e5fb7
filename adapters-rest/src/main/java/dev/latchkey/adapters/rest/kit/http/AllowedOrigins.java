package dev.latchkey.adapters.rest.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The origins whose pages may call the tenants' API from browsers.
 *
 * @param all as browsers send them, such as {@code https://app.example.com}; empty: none
 */
public record AllowedOrigins(Set<String> all) {

  private static final int HIGHEST_PORT = 65_535;

  public AllowedOrigins {
    all = Set.copyOf(all);
  }

  /**
   * Reads a list of origins, separated by commas.
   *
   * @throws IllegalArgumentException if one of them is not an origin of http or https
   */
  public static AllowedOrigins listOf(String text) {
    return new AllowedOrigins(
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .map(AllowedOrigins::origin)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** Normalises an origin (RFC 6454, section 6.2): lower case, no default port. */
  private static String origin(String text) {
    try {
      URI uri = new URI(text.toLowerCase(Locale.ROOT));
      boolean isSecure = "https".equals(uri.getScheme());
      if ((isSecure || "http".equals(uri.getScheme())) && isBare(uri)) {
        boolean isDefault = uri.getPort() == -1 || uri.getPort() == (isSecure ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost() + (isDefault ? "" : ":" + uri.getPort());
      }
    } catch (URISyntaxException notAnAddress) {
      // Reported below, like an address that is not an origin.
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not an origin. Write it as https://HOST or https://HOST:PORT, without a path");
  }

  private static boolean isBare(URI uri) {
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getPort() != 0
        && uri.getPort() <= HIGHEST_PORT;
  }
}
