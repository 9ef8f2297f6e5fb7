package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.format.Environment;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lists a tenant's API keys for its members. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/api-keys", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@Secured(StaffRight.ANY)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApiKeyPages {

  private static final List<String> CHOICES = List.of("state", "environment");

  private final ForManagingKeys keys;
  private final FramedPages pages;
  private final PresentTime time;

  ApiKeyPages(ForManagingKeys keys, FramedPages pages, PresentTime time) {
    this.keys = keys;
    this.pages = pages;
    this.time = time;
  }

  /**
   * Lists the keys that match the filter. Unreadable query parameters are ignored, so that old links still work.
   *
   * @param before the exclusive upper bound of the page; absent: starts with the newest key
   */
  @Get
  HttpResponse<?> list(
      StaffRequest request,
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
    Page<ApiKey> part = keys.list(request.tenant(), filter, new PageRequest(PageRequest.DEFAULT_LIMIT, start));
    ApiKeysPage page = new ApiKeysPage(
        pages.frame(request, Tab.API_KEYS), part, filter, start.isEmpty(), time.now());
    return pages.show(request, "key/api-keys", page);
  }

  /**
   * Accepts a search as a posted form and redirects to the list, so that a pasted secret does not appear in a URL, a
   * browser history or a log.
   */
  @Post("/search")
  HttpResponse<?> search(StaffRequest request) {
    UriBuilder list = UriBuilder.of(request.place().apiKeys());
    String text = SearchedText.of(request.form().text("q"));
    if (!text.isEmpty()) {
      list.queryParam("q", text);
    }
    for (String choice : CHOICES) {
      if (!request.form().text(choice).isEmpty()) {
        list.queryParam(choice, request.form().text(choice));
      }
    }
    return HttpResponse.seeOther(list.build());
  }
}
