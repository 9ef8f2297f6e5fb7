package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormMoment;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.key.KeyRotationPage.Fields;
import dev.latchkey.adapters.dashboard.key.KeyRotationPage.Unit;
import dev.latchkey.adapters.dashboard.session.FormIdempotency;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Replaces a key by a new one. */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/{key}/rotation")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeyRotationPages {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,4}");

  private final ForManagingKeys keys;
  private final KeyGuard door;
  private final FormIdempotency once;
  private final SecretPages secrets;
  private final FramedPages pages;
  private final PresentTime time;

  KeyRotationPages(
      ForManagingKeys keys,
      KeyGuard door,
      FormIdempotency once,
      SecretPages secrets,
      FramedPages pages,
      PresentTime time) {
    this.keys = keys;
    this.door = door;
    this.once = once;
    this.secrets = secrets;
    this.pages = pages;
    this.time = time;
  }

  @Get
  HttpResponse<?> form(HttpRequest<?> request, String key) {
    return door.enter(
        request,
        key,
        (_, current) -> current.rotationObstacle(time.now())
            .<HttpResponse<?>>map(obstacle -> impossible(request, obstacle))
            .orElseGet(() -> form(request, HttpStatus.OK, current, Fields.PRESELECTED, Map.of())));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> rotate(HttpRequest<?> request, String key, @RequestAttribute(SessionFilter.FORM) Form form) {
    return door.enter(
        request, key, (scope, current) -> once.carryOut(request, form, () -> rotate(request, scope, current, form)));
  }

  private HttpResponse<?> rotate(HttpRequest<?> request, TenantScope scope, ApiKey current, Form form) {
    Language language = pages.frame(request, Tab.API_KEYS).language();
    Fields fields = new Fields(
        form.text("overlap"), form.text("amount"), form.text("unit"), form.text("expires_at"));
    Optional<Duration> overlap = overlap(fields);
    Optional<Optional<Instant>> expiresAt = FormMoment.read(fields.expiresAt());
    if (overlap.isEmpty() || expiresAt.isEmpty()) {
      Map<String, String> faults = overlap.isEmpty()
          ? Map.of("overlap", language.text("fault.overlap"))
          : Map.of("expires_at", language.text("fault.moment"));
      return form(request, HttpStatus.BAD_REQUEST, current, fields, faults);
    }
    Rotation rotation = new Rotation(overlap.get(), expiresAt.get());
    return switch (keys.rotate(scope, current.id(), rotation, OptionalLong.empty())) {
      case Rotating.Rotated(ApiKey key, PlainKey plain) ->
        secrets.show(request, key, plain, end(current, key, overlap.get()));
      case Rotating.NoSuchKey() -> door.noSuchKey(request);
      case Rotating.VersionConflict() -> throw new IllegalStateException("The rotation is not based on a version");
      case Rotating.Impossible(RotationObstacle obstacle) -> impossible(request, obstacle);
      case Rotating.Escalates _ -> pages.forbidden(request);
      case Rotating.Unsound(List<Violation> faults) ->
        form(request, HttpStatus.BAD_REQUEST, current, fields, KeyFormErrors.of(faults, language));
    };
  }

  private HttpResponse<?> form(
      HttpRequest<?> request, HttpStatus status, ApiKey key, Fields fields, Map<String, String> faults) {
    KeyRotationPage page = new KeyRotationPage(
        pages.frame(request, Tab.API_KEYS), key, fields, faults, FormToken.fresh());
    return pages.show(request, status, "key/key-rotation", page);
  }

  private HttpResponse<?> impossible(HttpRequest<?> request, RotationObstacle obstacle) {
    return pages.refuse(
        request, HttpStatus.CONFLICT, "not-rotated-" + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Optional<Instant> end(ApiKey old, ApiKey successor, Duration overlap) {
    return old.replaced(successor.id(), successor.createdAt().plus(overlap)).settings().period().expiresAt();
  }

  private static Optional<Duration> overlap(Fields fields) {
    if (KeyRotationPage.OVERLAPS.contains(fields.overlap())) {
      return Optional.of(Duration.ofHours(Long.parseLong(fields.overlap())));
    }
    return Optional.of(fields.amount())
        .filter(amount -> fields.overlap().equals(KeyRotationPage.OTHER) && AMOUNT.matcher(amount).matches())
        .map(Long::parseLong)
        .flatMap(amount -> unit(fields).map(unit -> switch (unit) {
          case HOURS -> Duration.ofHours(amount);
          case DAYS -> Duration.ofDays(amount);
        }))
        .filter(overlap -> overlap.compareTo(Rotation.LONGEST_OVERLAP) <= 0);
  }

  private static Optional<Unit> unit(Fields fields) {
    return Arrays.stream(Unit.values()).filter(unit -> unit.name().equals(fields.unit())).findFirst();
  }
}
