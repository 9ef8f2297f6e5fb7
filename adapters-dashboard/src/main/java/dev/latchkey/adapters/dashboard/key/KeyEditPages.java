package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes the name, the grant, the allowed addresses, the rate limit and the period of a key. */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/{key}/edit")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeyEditPages {

  private static final String VERSION = "version";

  private final ForManagingKeys keys;
  private final KeyGuard door;
  private final KeyForms forms;
  private final FramedPages pages;

  KeyEditPages(ForManagingKeys keys, KeyGuard door, KeyForms forms, FramedPages pages) {
    this.keys = keys;
    this.door = door;
    this.forms = forms;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> form(HttpRequest<?> request, String key) {
    return door.enter(
        request,
        key,
        (_, current) -> forms.show(
            request, HttpStatus.OK, Optional.of(current), KeyFields.of(current), Map.of()));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(
      HttpRequest<?> request,
      String key,
      @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    return door.enter(request, key, (scope, current) -> change(request, scope, current, place, form));
  }

  private HttpResponse<?> change(
      HttpRequest<?> request, TenantScope scope, ApiKey current, DashboardUrls place, Form form) {
    Language language = place.language();
    KeyFormReader reader = new KeyFormReader(form, language);
    if (!form.text(VERSION).equals(Long.toString(current.version()))) {
      return stale(request, current, reader, language);
    }
    Optional<KeyChange> change = reader.change(current);
    if (change.isEmpty()) {
      return again(request, HttpStatus.BAD_REQUEST, current, reader, reader.faults());
    }
    return switch (keys.change(scope, current.id(), change.get(), OptionalLong.of(current.version()))) {
      case Changing.Changed _ -> pages.sendOn(request, place.apiKeys(), Notice.KEY_CHANGED);
      case Changing.NoSuchKey() -> door.noSuchKey(request);
      case Changing.VersionConflict() ->
        stale(request, keys.find(scope, current.id()).orElse(current), reader, language);
      case Changing.Replaced() ->
        again(request, HttpStatus.CONFLICT, current, reader, Map.of("expires_at", language.text("fault.replaced")));
      case Changing.Escalates _ ->
        again(request, HttpStatus.FORBIDDEN, current, reader, Map.of("", language.text("fault.escalates")));
      case Changing.Unsound(List<Violation> faults) ->
        again(request, HttpStatus.BAD_REQUEST, current, reader, KeyFormErrors.of(faults, language));
    };
  }

  // Shows the form again with the new version, so that another submission overwrites the other change deliberately.
  private HttpResponse<?> stale(HttpRequest<?> request, ApiKey current, KeyFormReader reader, Language language) {
    return again(request, HttpStatus.CONFLICT, current, reader, Map.of("", language.text("fault.stale")));
  }

  private HttpResponse<?> again(
      HttpRequest<?> request, HttpStatus status, ApiKey current, KeyFormReader reader, Map<String, String> faults) {
    return forms.show(request, status, Optional.of(current), reader.fields(), faults);
  }
}
