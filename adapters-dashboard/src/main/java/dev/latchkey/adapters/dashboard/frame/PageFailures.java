package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

/** Replaces the API's JSON response by a page where the store was unavailable or a form was too large. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class PageFailures implements ConditionalFilter, Ordered {

  private static final String SECONDS_TO_WAIT = "5";

  private final Pages pages;

  PageFailures(Pages pages) {
    this.pages = pages;
  }

  /** Runs outside the session filter, which also reads the store. */
  @Override
  public int getOrder() {
    return -1;
  }

  /** Replaces a URL pattern, as in the session filter. */
  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return Language.leads(request.getPath());
  }

  /** Returns the replacement of an error response; null keeps the response. */
  @ResponseFilter
  @Nullable
  HttpResponse<?> render(HttpRequest<?> request, HttpResponse<?> answer) {
    if (!isEnabled(request)) {
      return null;
    }
    Language language = Language.tagged(request.getPath().substring(1, 3)).orElseThrow();
    if (answer.code() == HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode()) {
      return pages.refuse(PageRefusal.TOO_LARGE, language, request.getPath());
    }
    if (!(RouteAttributes.getException(answer).orElse(null) instanceof StoreUnavailable)) {
      return null;
    }
    return pages.refuse(PageRefusal.UNAVAILABLE, language, request.getPath())
        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
  }
}
