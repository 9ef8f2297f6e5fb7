package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.address.AddressRange;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the dashboard.
 *
 * @param publicUrl the URL at which browsers reach the service; empty: its own address
 */
public record DashboardSettings(Optional<URI> publicUrl) {

  private static final String LOCALHOST = "localhost";
  private static final Pattern PORT = Pattern.compile(":[0-9]*$");

  /**
   * Returns whether cookies are restricted to TLS. They are not for a browser on this machine: the peer and the
   * requested host are loopback, no proxy forwarded the request, and the public URL is not https.
   */
  boolean secureCookies(HttpRequest<?> request) {
    boolean local = isLoopback(request.getRemoteAddress().getAddress())
        && isLoopback(request.getHeaders().get(HttpHeaders.HOST))
        && request.getHeaders().names().stream().noneMatch(DashboardSettings::isForwarding);
    return publicUrl.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent() || !local;
  }

  private static boolean isForwarding(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.equals("forwarded") || name.startsWith("x-forwarded-") || name.equals("x-real-ip");
  }

  private static boolean isLoopback(@Nullable InetAddress address) {
    return address != null && address.isLoopbackAddress();
  }

  private static boolean isLoopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    return name.equals(LOCALHOST)
        || name.endsWith("." + LOCALHOST)
        || AddressRange.address(name.replaceFirst("^\\[(.*)]$", "$1")).filter(DashboardSettings::isLoopback)
            .isPresent();
  }

  /** Returns the URL at which the client of the request reaches the API. */
  public String serverFor(HttpRequest<?> request) {
    return publicUrl.map(url -> url.toString().replaceAll("/+$", ""))
        .orElseGet(() -> "http://" + request.getHeaders().get(HttpHeaders.HOST));
  }
}
