package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.OpenPage;
import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lists a tenant's API keys for its members. */
@Controller("/{locale:en|de}/{tenant}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ApiKeyPages {

  private final ForManagingKeys keys;
  private final FramedPages pages;
  private final PresentTime time;

  ApiKeyPages(ForManagingKeys keys, FramedPages pages, PresentTime time) {
    this.keys = keys;
    this.pages = pages;
    this.time = time;
  }

  @OpenPage
  @Get
  HttpResponse<?> home(@RequestAttribute(SessionFilter.PLACE) DashboardUrls place) {
    return HttpResponse.seeOther(URI.create(place.apiKeys()));
  }

  /**
   * Lists the keys that match the filter. Unreadable query parameters are ignored, so that old links still work.
   *
   * @param before the exclusive upper bound of the page; absent: starts with the newest key
   */
  @Get("/settings/api-keys")
  HttpResponse<?> list(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String environment,
      @QueryValue @Nullable Long before) {
    KeyFilter filter = new KeyFilter(
        Optional.empty(),
        Optional.ofNullable(state).flatMap(KeyState::labelled),
        Optional.ofNullable(environment).flatMap(Environment::labelled),
        Optional.ofNullable(q).map(SearchedText::of),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    OptionalLong start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    Page<ApiKey> part = keys.list(staff.enter(), filter, new PageRequest(PageRequest.DEFAULT_LIMIT, start));
    ApiKeysPage page = new ApiKeysPage(
        pages.frame(request, Tab.API_KEYS), part, filter, start.isEmpty(), time.now());
    return pages.show(request, HttpStatus.OK, "key/api-keys", page);
  }
}
