package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.domain.key.ApiKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.OptionalLong;

/** Deletes a key after the member has typed its name. */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/{key}/deletion")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeyDeletionPages {

  private final ForManagingKeys keys;
  private final KeyGuard door;
  private final FramedPages pages;

  KeyDeletionPages(ForManagingKeys keys, KeyGuard door, FramedPages pages) {
    this.keys = keys;
    this.door = door;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> form(HttpRequest<?> request, String key) {
    return door.enter(request, key, (_, current) -> form(request, HttpStatus.OK, current));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> delete(
      HttpRequest<?> request,
      String key,
      @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    return door.enter(request, key, (scope, current) -> {
      if (!current.settings().name().isTypedAs(form.text("name"))) {
        return form(request, HttpStatus.BAD_REQUEST, current);
      }
      return switch (keys.delete(scope, current.id(), OptionalLong.empty())) {
        case Deleting.Deleted _ -> pages.sendOn(request, place.apiKeys(), Notice.KEY_DELETED);
        case Deleting.NoSuchKey() -> door.noSuchKey(request);
        case Deleting.VersionConflict() -> throw new IllegalStateException("The deletion is not based on a version");
        case Deleting.Escalates _ -> pages.forbidden(request);
      };
    });
  }

  private HttpResponse<?> form(HttpRequest<?> request, HttpStatus status, ApiKey key) {
    KeyDeletionPage page = new KeyDeletionPage(
        pages.frame(request, Tab.API_KEYS), key, status != HttpStatus.OK);
    return pages.show(request, status, "key/key-deletion", page);
  }
}
