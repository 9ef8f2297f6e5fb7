package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.tenant.SessionToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of the dashboard. The session and the form token end when the browser closes; a notice lasts one minute.
 */
@Singleton
public final class DashboardCookies {

  private static final String SESSION = "latchkey-session";
  private static final String FORM = "latchkey-form";
  private static final String NOTICE = "latchkey-notice";

  private static final Duration NOTICE_LASTS = Duration.ofMinutes(1);

  private final DashboardSettings settings;

  public DashboardCookies(DashboardSettings settings) {
    this.settings = settings;
  }

  /** Returns whether the cookies contain a session, valid or not. */
  static boolean nameSession(String cookies) {
    return cookies.contains(SESSION + "=");
  }

  public Optional<SessionToken> session(HttpRequest<?> request) {
    return value(request, SESSION).map(SessionToken::new);
  }

  public Cookie holding(HttpRequest<?> request, SessionToken token) {
    return cookie(request, SESSION, token.reveal());
  }

  public Cookie withoutSession(HttpRequest<?> request) {
    return cookie(request, SESSION, "").maxAge(Duration.ZERO);
  }

  public Optional<FormToken> formToken(HttpRequest<?> request) {
    return value(request, FORM).flatMap(FormToken::of);
  }

  public Cookie holding(HttpRequest<?> request, FormToken token) {
    return cookie(request, FORM, token.reveal());
  }

  public Optional<Notice> notice(HttpRequest<?> request) {
    return value(request, NOTICE).flatMap(Notice::called);
  }

  public Cookie holding(HttpRequest<?> request, Notice notice) {
    return cookie(request, NOTICE, notice.word()).maxAge(NOTICE_LASTS);
  }

  public Cookie withoutNotice(HttpRequest<?> request) {
    return cookie(request, NOTICE, "").maxAge(Duration.ZERO);
  }

  private Optional<String> value(HttpRequest<?> request, String name) {
    return request.getCookies()
        .findCookie(named(name, settings.secureCookies(request)))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  private Cookie cookie(HttpRequest<?> request, String name, String value) {
    boolean secure = settings.secureCookies(request);
    return Cookie.of(named(name, secure), value).path("/").httpOnly(true).secure(secure).sameSite(SameSite.Lax);
  }

  // Browsers accept a __Host- cookie only from this host and over TLS; over plain http they would drop it.
  private static String named(String name, boolean secure) {
    return secure ? "__Host-" + name : name;
  }
}
