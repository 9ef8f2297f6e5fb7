package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardSettings;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormMoment;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.key.KeyRotationPage.Fields;
import dev.latchkey.adapters.dashboard.key.KeyRotationPage.Unit;
import dev.latchkey.adapters.dashboard.session.FormIdempotency;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.PlainKey;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Generates keys and replaces them by new ones. Shows a secret only in the response to the form that created it. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/api-keys", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@Secured(StaffRight.MANAGE_KEYS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NewKeyPages {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,4}");

  private final ForManagingKeys keys;
  private final KeyForms forms;
  private final FormIdempotency once;
  private final FramedPages pages;
  private final DashboardSettings settings;
  private final PresentTime time;

  NewKeyPages(
      ForManagingKeys keys,
      KeyForms forms,
      FormIdempotency once,
      FramedPages pages,
      DashboardSettings settings,
      PresentTime time) {
    this.keys = keys;
    this.forms = forms;
    this.once = once;
    this.pages = pages;
    this.settings = settings;
    this.time = time;
  }

  @Get("/new")
  HttpResponse<?> generationForm(StaffRequest request) {
    return generationForm(request, KeyFields.empty(), new FormErrors(request.language()));
  }

  @Post("/new")
  HttpResponse<?> generate(StaffRequest request) {
    return once.carryOut(request, () -> issue(request));
  }

  private HttpResponse<?> issue(StaffRequest request) {
    KeyFormReader reader = new KeyFormReader(request.form(), request.language());
    KeyFields fields = reader.fields();
    FormErrors faults = reader.faults();
    Optional<Environment> environment = reader.environment();
    Optional<KeySettings> typed = reader.settings();
    if (environment.isEmpty() || typed.isEmpty()) {
      return generationForm(request, fields, faults);
    }
    return switch (keys.issue(request.scope(), environment.get(), typed.get())) {
      case Issuing.Issued(ApiKey key, PlainKey plain) -> secret(request, key, plain, Optional.empty());
      case Issuing.Escalates _ ->
        generationForm(request, fields, faults.reject(HttpStatus.FORBIDDEN, "fault.escalates"));
      case Issuing.Unsound(List<Violation> violations) -> generationForm(request, fields, faults.addAll(violations));
    };
  }

  @Get("/{key}/rotation")
  HttpResponse<?> rotationForm(StaffRequest request, String key) {
    Optional<ApiKey> current = find(request, key);
    if (current.isEmpty()) {
      return pages.refuse(request, PageRefusal.NO_KEY);
    }
    Optional<RotationObstacle> obstacle = current.get().rotationObstacle(time.now());
    return obstacle.isPresent()
        ? impossible(request, obstacle.get())
        : rotationForm(request, current.get(), Fields.PRESELECTED, new FormErrors(request.language()));
  }

  @Post("/{key}/rotation")
  HttpResponse<?> rotate(StaffRequest request, String key) {
    Optional<ApiKey> current = find(request, key);
    return current.isPresent()
        ? once.carryOut(request, () -> rotate(request, current.get()))
        : pages.refuse(request, PageRefusal.NO_KEY);
  }

  private HttpResponse<?> rotate(StaffRequest request, ApiKey current) {
    Form form = request.form();
    Fields fields = new Fields(
        form.text("overlap"), form.text("amount"), form.text("unit"), form.text("expires_at"));
    FormErrors faults = new FormErrors(request.language());
    Optional<Duration> overlap = faults.require("overlap", overlap(form, fields), "fault.overlap");
    Optional<Optional<Instant>> expiresAt = faults.require(
        "expires_at", FormMoment.read(fields.expiresAt()), "fault.moment");
    if (overlap.isEmpty() || expiresAt.isEmpty()) {
      return rotationForm(request, current, fields, faults);
    }
    Rotation rotation = new Rotation(overlap.get(), expiresAt.get());
    return switch (keys.rotate(request.scope(), current.id(), rotation, OptionalLong.empty())) {
      case Rotating.Rotated(ApiKey key, PlainKey plain) ->
        secret(request, key, plain, end(current, key, overlap.get()));
      case Rotating.NoSuchKey() -> pages.refuse(request, PageRefusal.NO_KEY);
      case Rotating.VersionConflict() -> throw new IllegalStateException("The rotation is not based on a version");
      case Rotating.Impossible(RotationObstacle obstacle) -> impossible(request, obstacle);
      case Rotating.Escalates _ -> pages.refuse(request, PageRefusal.FORBIDDEN);
      case Rotating.Unsound(List<Violation> violations) ->
        rotationForm(request, current, fields, faults.addAll(violations));
    };
  }

  private Optional<ApiKey> find(StaffRequest request, String handle) {
    return KeyFormat.idOf(handle).flatMap(id -> keys.find(request.tenant(), id));
  }

  private HttpResponse<?> generationForm(StaffRequest request, KeyFields fields, FormErrors faults) {
    return forms.show(request, Optional.empty(), fields, faults);
  }

  private HttpResponse<?> rotationForm(StaffRequest request, ApiKey key, Fields fields, FormErrors faults) {
    KeyRotationPage page = new KeyRotationPage(
        pages.frame(request, Tab.API_KEYS), key, fields, faults, FormToken.fresh());
    return pages.show(request, faults, "key/key-rotation", page);
  }

  private HttpResponse<?> impossible(StaffRequest request, RotationObstacle obstacle) {
    return pages.refuse(request, switch (obstacle) {
      case DISABLED -> PageRefusal.NOT_ROTATED_DISABLED;
      case EXPIRED -> PageRefusal.NOT_ROTATED_EXPIRED;
      case ALREADY_ROTATED -> PageRefusal.NOT_ROTATED_ALREADY_ROTATED;
    });
  }

  /**
   * Shows the page with the secret.
   *
   * @param ends when the replaced key expires; empty where no key is replaced
   */
  private HttpResponse<?> secret(StaffRequest request, ApiKey key, PlainKey plain, Optional<Instant> ends) {
    NewSecretPage page = new NewSecretPage(
        pages.frame(request, Tab.API_KEYS), key, plain, ends, settings.serverFor(request.http()));
    return pages.show(request, "key/new-secret", page);
  }

  private static Optional<Instant> end(ApiKey old, ApiKey successor, Duration overlap) {
    return old.replaced(successor.id(), successor.createdAt().plus(overlap)).settings().period().expiresAt();
  }

  private static Optional<Duration> overlap(Form form, Fields fields) {
    if (KeyRotationPage.OVERLAPS.contains(fields.overlap())) {
      return Optional.of(Duration.ofHours(Long.parseLong(fields.overlap())));
    }
    Optional<Unit> unit = form.constant("unit", Unit.values());
    if (!fields.overlap().equals(KeyRotationPage.OTHER) || !AMOUNT.matcher(fields.amount()).matches()
        || unit.isEmpty()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(fields.amount());
    Duration overlap = switch (unit.get()) {
      case HOURS -> Duration.ofHours(amount);
      case DAYS -> Duration.ofDays(amount);
    };
    return Optional.of(overlap).filter(chosen -> chosen.compareTo(Rotation.LONGEST_OVERLAP) <= 0);
  }
}
