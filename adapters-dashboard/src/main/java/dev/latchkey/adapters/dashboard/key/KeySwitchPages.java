package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Enables and disables keys: in place where scripts run, otherwise with a redirect to the list. */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/{key}/status")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeySwitchPages {

  private static final String INLINE = "HX-Request";

  private final ForManagingKeys keys;
  private final KeyGuard door;
  private final FramedPages pages;
  private final PresentTime time;

  KeySwitchPages(ForManagingKeys keys, KeyGuard door, FramedPages pages, PresentTime time) {
    this.keys = keys;
    this.door = door;
    this.pages = pages;
    this.time = time;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> turn(
      HttpRequest<?> request,
      String key,
      @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    Optional<KeyStatus> status = Arrays.stream(KeyStatus.values())
        .filter(known -> known.name().equals(form.text("status")))
        .findFirst();
    return door.enter(request, key, (scope, current) -> status.<HttpResponse<?>>map(
        wanted -> turned(request, place, keys.change(
            scope, current.id(), KeyChange.switched(wanted), OptionalLong.empty())))
        .orElseGet(() -> HttpResponse.seeOther(URI.create(place.apiKeys()))));
  }

  private HttpResponse<?> turned(HttpRequest<?> request, DashboardUrls place, Changing outcome) {
    return switch (outcome) {
      case Changing.Changed(ApiKey key) -> shown(request, place, key);
      case Changing.NoSuchKey() -> door.noSuchKey(request);
      case Changing.VersionConflict _,Changing.Unsound _,Changing.Replaced _ ->
        pages.refuse(request, HttpStatus.CONFLICT, "not-switched");
      case Changing.Escalates _ -> pages.forbidden(request);
    };
  }

  private HttpResponse<?> shown(HttpRequest<?> request, DashboardUrls place, ApiKey key) {
    if (request.getHeaders().contains(INLINE)) {
      KeyListItem row = new KeyListItem(pages.frame(request, Tab.API_KEYS), key, time.now(), true);
      return pages.show(request, HttpStatus.OK, "key/key-row", row);
    }
    return pages.sendOn(
        request,
        place.apiKeys(),
        switch (key.settings().status()) {
          case ACTIVE -> Notice.KEY_ENABLED;
          case DISABLED -> Notice.KEY_DISABLED;
        });
  }
}
