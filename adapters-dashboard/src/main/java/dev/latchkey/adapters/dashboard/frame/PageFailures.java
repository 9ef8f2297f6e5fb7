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
import java.util.Arrays;
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
    if (answer.code() == HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode()) {
      RefusalPage page = new RefusalPage(language(request), "too-large", request.getPath());
      return pages.show(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "frame/refusal", page);
    }
    if (!(RouteAttributes.getException(answer).orElse(null) instanceof StoreUnavailable)) {
      return null;
    }
    RefusalPage page = new RefusalPage(language(request), "unavailable", request.getPath());
    return pages.show(HttpStatus.SERVICE_UNAVAILABLE, "frame/refusal", page).header(HttpHeaders.RETRY_AFTER,
        SECONDS_TO_WAIT);
  }

  private static Language language(HttpRequest<?> request) {
    return Arrays.stream(Language.values())
        .filter(language -> request.getPath().startsWith("/" + language.tag() + "/"))
        .findFirst()
        .orElse(Language.EN);
  }
}
