package dev.latchkey.adapters.dashboard.frame;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks that a form was sent from a page of this service, and not by another site on behalf of the signed-in member.
 */
@Singleton
public final class ForgeryCheck {

  static final String FIELD = "form_token";

  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final DashboardSettings settings;
  private final DashboardCookies cookies;

  ForgeryCheck(DashboardSettings settings, DashboardCookies cookies) {
    this.settings = settings;
    this.cookies = cookies;
  }

  public boolean passes(HttpRequest<?> request, Form form) {
    return isFromOurSite(request) && hasOurToken(request, form);
  }

  private boolean hasOurToken(HttpRequest<?> request, Form form) {
    return cookies.formToken(request)
        .flatMap(token -> form.field(FIELD).map(token::matches))
        .orElse(false);
  }

  // Browsers send Sec-Fetch-Site over TLS and on localhost, and Origin everywhere. Without either the form token
  // decides.
  private boolean isFromOurSite(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(FETCH_SITE))
        .map("same-origin"::equals)
        .or(() -> Optional.ofNullable(request.getHeaders().get(HttpHeaders.ORIGIN))
            .map(origin -> isOurOrigin(origin, request)))
        .orElse(true);
  }

  private boolean isOurOrigin(String origin, HttpRequest<?> request) {
    return settings.publicUrl()
        .map(url -> origin.equals(originOf(url)))
        .orElseGet(() -> origin.endsWith("://" + request.getHeaders().get(HttpHeaders.HOST)));
  }

  private static String originOf(URI url) {
    String origin = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    return origin.toLowerCase(Locale.ROOT);
  }
}
