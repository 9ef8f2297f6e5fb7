package dev.latchkey.adapters.dashboard;

import dev.latchkey.adapters.dashboard.view.ApiKeysPage;
import dev.latchkey.adapters.dashboard.view.Place;
import dev.latchkey.adapters.dashboard.view.Tab;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A tenant's API keys, for its members to see. */
@Controller("/{locale:en|de}/{tenant}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ApiKeyPages {

  private final ForManagingKeys keys;
  private final FramedPages pages;

  ApiKeyPages(ForManagingKeys keys, FramedPages pages) {
    this.keys = keys;
    this.pages = pages;
  }

  @OpenPage
  @Get
  HttpResponse<?> home(@RequestAttribute(Door.PLACE) Place place) {
    return HttpResponse.seeOther(URI.create(place.apiKeys()));
  }

  /** @param before where this part of the list starts; absent: with the newest key */
  @Get("/settings/api-keys")
  HttpResponse<?> list(
      HttpRequest<?> request,
      @RequestAttribute(Door.STAFF) Staff staff,
      @QueryValue @Nullable Long before) {
    OptionalLong start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    Page<ApiKey> part = keys.list(staff.view(), KeyFilter.ALL, new PageRequest(PageRequest.HIGHEST_LIMIT, start));
    return pages.show(
        HttpStatus.OK,
        "api-keys",
        new ApiKeysPage(pages.frame(request, Tab.API_KEYS), part, start.isEmpty()));
  }
}
