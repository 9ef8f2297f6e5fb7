package dev.latchkey.adapters.dashboard;

import dev.latchkey.adapters.dashboard.view.FormToken;
import dev.latchkey.adapters.dashboard.view.KeyRotationPage;
import dev.latchkey.adapters.dashboard.view.Tab;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.PlainKey;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Members put a new key in the place of an old one. */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/{key}/rotation")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeyRotationPages {

  private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");

  private final ForManagingKeys keys;
  private final KeyDoor door;
  private final FormOnce once;
  private final SecretPages secrets;
  private final FramedPages pages;
  private final PresentTime time;

  KeyRotationPages(
      ForManagingKeys keys,
      KeyDoor door,
      FormOnce once,
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
            .orElseGet(() -> form(request, HttpStatus.OK, current, KeyRotationPage.OVERLAPS.getFirst(), "")));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> rotate(HttpRequest<?> request, String key, @RequestAttribute(Door.FORM) Form form) {
    return door.enter(
        request, key, (scope, current) -> once.carryOut(request, form, () -> rotate(request, scope, current, form)));
  }

  private HttpResponse<?> rotate(HttpRequest<?> request, TenantScope scope, ApiKey current, Form form) {
    String chosen = form.text("overlap");
    String typed = form.text("seconds");
    Optional<Duration> overlap = overlap(chosen.equals(KeyRotationPage.OTHER) ? typed : chosen);
    if (overlap.isEmpty()) {
      return form(request, HttpStatus.BAD_REQUEST, current, chosen, typed);
    }
    return switch (keys.rotate(scope, current.id(), overlap.get())) {
      case Rotating.Rotated(ApiKey key, PlainKey plain) ->
        secrets.show(request, key, plain, end(current, key, overlap.get()));
      case Rotating.NoSuchKey() -> door.noSuchKey(request);
      case Rotating.Impossible(RotationObstacle obstacle) -> impossible(request, obstacle);
      case Rotating.Escalates() -> pages.forbidden(request);
    };
  }

  private HttpResponse<?> form(
      HttpRequest<?> request, HttpStatus status, ApiKey key, String overlap, String seconds) {
    KeyRotationPage page = new KeyRotationPage(
        pages.frame(request, Tab.API_KEYS), key, overlap, seconds, status != HttpStatus.OK, FormToken.fresh());
    return pages.show(request, status, "key-rotation", page);
  }

  private HttpResponse<?> impossible(HttpRequest<?> request, RotationObstacle obstacle) {
    return pages.refuse(
        request, HttpStatus.CONFLICT, "not-rotated-" + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Optional<Instant> end(ApiKey old, ApiKey successor, Duration overlap) {
    return old.replaced(successor.id(), successor.createdAt().plus(overlap)).settings().period().expiresAt();
  }

  private static Optional<Duration> overlap(String seconds) {
    return Optional.of(seconds)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(Long::parseLong)
        .filter(number -> number <= LONGEST_SECONDS)
        .map(Duration::ofSeconds);
  }
}
