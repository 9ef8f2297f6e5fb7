package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.adapters.dashboard.frame.Pages;
import dev.latchkey.adapters.dashboard.frame.Tab;
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

  public Frame frame(StaffRequest request, Tab tab) {
    return new Frame(
        request.place(),
        cookies.formToken(request.http()).orElseGet(FormToken::fresh),
        request.staff(),
        tab,
        cookies.notice(request.http()));
  }

  public MutableHttpResponse<?> show(StaffRequest request, String view, Framed page) {
    return show(request, HttpStatus.OK, view, page);
  }

  /** Renders a form with the status of its errors. */
  public MutableHttpResponse<?> show(StaffRequest request, FormErrors faults, String view, Framed page) {
    return show(request, faults.status(), view, page);
  }

  private MutableHttpResponse<?> show(StaffRequest request, HttpStatus status, String view, Framed page) {
    MutableHttpResponse<?> answer = pages.show(status, view, page)
        .cookie(cookies.holding(request.http(), page.frame().token()));
    return page.frame().notice().isPresent() ? answer.cookie(cookies.withoutNotice(request.http())) : answer;
  }

  /** Redirects to another page, which shows the notice. */
  public MutableHttpResponse<?> sendOn(StaffRequest request, String url, Notice notice) {
    return HttpResponse.seeOther(URI.create(url)).cookie(cookies.holding(request.http(), notice));
  }

  /** Returns a page that states why the request was not served and links to the dashboard. */
  public MutableHttpResponse<?> refuse(StaffRequest request, PageRefusal reason) {
    return pages.refuse(reason, request.language(), request.place().home());
  }
}
