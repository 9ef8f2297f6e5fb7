package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.session.FormIdempotency;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
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

/** Generates keys. */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/new")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeyGenerationPages {

  private final ForManagingKeys keys;
  private final KeyGuard door;
  private final KeyForms forms;
  private final FormIdempotency once;
  private final SecretPages secrets;

  KeyGenerationPages(ForManagingKeys keys, KeyGuard door, KeyForms forms, FormIdempotency once, SecretPages secrets) {
    this.keys = keys;
    this.door = door;
    this.forms = forms;
    this.once = once;
    this.secrets = secrets;
  }

  @Get
  HttpResponse<?> form(HttpRequest<?> request) {
    return door.enter(
        request, _ -> forms.show(request, HttpStatus.OK, Optional.empty(), KeyFields.empty(), Map.of()));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> generate(
      HttpRequest<?> request, @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    return door.enter(
        request, scope -> once.carryOut(request, form, () -> generate(request, scope, form, place.language())));
  }

  private HttpResponse<?> generate(HttpRequest<?> request, TenantScope scope, Form form, Language language) {
    KeyFormReader reader = new KeyFormReader(form, language);
    Optional<Environment> environment = reader.environment();
    Optional<KeySettings> settings = reader.settings();
    if (settings.isEmpty()) {
      return again(request, HttpStatus.BAD_REQUEST, reader, reader.faults());
    }
    return switch (keys.issue(scope, environment.orElseThrow(), settings.get())) {
      case Issuing.Issued(ApiKey key, PlainKey plain) -> secrets.show(request, key, plain, Optional.empty());
      case Issuing.Escalates _ ->
        again(request, HttpStatus.FORBIDDEN, reader, Map.of("", language.text("fault.escalates")));
      case Issuing.Unsound(List<Violation> faults) ->
        again(request, HttpStatus.BAD_REQUEST, reader, KeyFormErrors.of(faults, language));
    };
  }

  private HttpResponse<?> again(
      HttpRequest<?> request, HttpStatus status, KeyFormReader reader, Map<String, String> faults) {
    return forms.show(request, status, Optional.empty(), reader.fields(), faults);
  }
}
