package dev.latchkey.adapters.dashboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the dashboard has to know of where it runs.
 *
 * @param publicUrl where browsers reach the service; empty: at its own address
 */
public record DashboardSettings(Optional<URI> publicUrl) {

  private static final Set<String> LOCALHOST = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Whether cookies travel over TLS alone. Not so without a public URL, or where that is plain http on localhost. */
  boolean secureCookies() {
    return publicUrl.filter(url -> !isPlainLocalhost(url)).isPresent();
  }

  /** Where whoever sent the request reaches the API. */
  String serverFor(HttpRequest<?> request) {
    return publicUrl.map(url -> url.toString().replaceAll("/+$", ""))
        .orElseGet(() -> "http://" + request.getHeaders().get(HttpHeaders.HOST));
  }

  private static boolean isPlainLocalhost(URI url) {
    return "http".equalsIgnoreCase(url.getScheme())
        && url.getHost() != null
        && LOCALHOST.contains(url.getHost().toLowerCase(Locale.ROOT));
  }
}
