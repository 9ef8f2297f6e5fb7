package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.Pages;
import dev.latchkey.adapters.dashboard.frame.RefusalPage;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.domain.access.Staff;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;

/** Renders pages for signed-in members. */
@Singleton
public final class FramedPages {

  private final DashboardCookies cookies;
  private final Pages pages;

  FramedPages(DashboardCookies cookies, Pages pages) {
    this.cookies = cookies;
    this.pages = pages;
  }

  /** Creates the frame for a request that passed the {@link SessionFilter}. */
  public Frame frame(HttpRequest<?> request, Tab tab) {
    return new Frame(
        place(request),
        cookies.formToken(request).orElseGet(FormToken::fresh),
        request.getAttribute(SessionFilter.STAFF, Staff.class).orElseThrow(),
        tab,
        cookies.notice(request));
  }

  public MutableHttpResponse<?> show(HttpRequest<?> request, HttpStatus status, String view, Framed page) {
    MutableHttpResponse<?> answer = pages.show(status, view, page)
        .cookie(cookies.holding(request, page.frame().token()));
    return page.frame().notice().isPresent() ? answer.cookie(cookies.withoutNotice(request)) : answer;
  }

  /** Redirects to another page, which shows the notice. */
  public MutableHttpResponse<?> sendOn(HttpRequest<?> request, String url, Notice notice) {
    return HttpResponse.seeOther(URI.create(url)).cookie(cookies.holding(request, notice));
  }

  /** Returns the refusal page for a member whose role is too low. */
  public MutableHttpResponse<?> forbidden(HttpRequest<?> request) {
    return refuse(request, HttpStatus.FORBIDDEN, "forbidden");
  }

  /** Returns the refusal page for changes while the tenant is suspended. */
  public MutableHttpResponse<?> suspended(HttpRequest<?> request) {
    return refuse(request, HttpStatus.FORBIDDEN, "suspended");
  }

  /**
   * Returns a page that states why the request was not served and links to the dashboard.
   *
   * @param reason the prefix of its message keys
   */
  public MutableHttpResponse<?> refuse(HttpRequest<?> request, HttpStatus status, String reason) {
    DashboardUrls place = place(request);
    return pages.show(status, "frame/refusal", new RefusalPage(place.language(), reason, place.home()));
  }

  /** Returns the refusal page for a resource that does not exist. */
  public MutableHttpResponse<?> notFound(HttpRequest<?> request) {
    return refuse(request, HttpStatus.NOT_FOUND, "gone");
  }

  private static DashboardUrls place(HttpRequest<?> request) {
    return request.getAttribute(SessionFilter.PLACE, DashboardUrls.class).orElseThrow();
  }
}
