package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.KeyFormat;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes the settings of a key, enables and disables it, and deletes it. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/api-keys/{key}", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@Secured(StaffRight.MANAGE_KEYS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyChangePages {

  private static final String INLINE = "HX-Request";
  private static final String VERSION = "version";

  private final ForManagingKeys keys;
  private final KeyForms forms;
  private final FramedPages pages;
  private final PresentTime time;

  KeyChangePages(ForManagingKeys keys, KeyForms forms, FramedPages pages, PresentTime time) {
    this.keys = keys;
    this.forms = forms;
    this.pages = pages;
    this.time = time;
  }

  @Get("/edit")
  HttpResponse<?> editForm(StaffRequest request, String key) {
    return find(request, key)
        .<HttpResponse<?>>map(current -> editForm(
            request, current, KeyFields.of(current), new FormErrors(request.language())))
        .orElseGet(() -> pages.refuse(request, PageRefusal.NO_KEY));
  }

  @Post("/edit")
  HttpResponse<?> edit(StaffRequest request, String key) {
    Optional<ApiKey> found = find(request, key);
    if (found.isEmpty()) {
      return pages.refuse(request, PageRefusal.NO_KEY);
    }
    ApiKey current = found.get();
    KeyFormReader reader = new KeyFormReader(request.form(), request.language());
    KeyFields fields = reader.fields();
    FormErrors faults = reader.faults();
    if (!request.form().text(VERSION).equals(Long.toString(current.version()))) {
      return outdated(request, current, fields, faults);
    }
    Optional<KeyChange> change = reader.change(current);
    if (change.isEmpty()) {
      return editForm(request, current, fields, faults);
    }
    return switch (keys.change(request.scope(), current.id(), change.get(), OptionalLong.of(current.version()))) {
      case Changing.Changed _ -> pages.sendOn(request, request.place().apiKeys(), Notice.KEY_CHANGED);
      case Changing.NoSuchKey() -> pages.refuse(request, PageRefusal.NO_KEY);
      case Changing.VersionConflict() ->
        outdated(request, keys.find(request.tenant(), current.id()).orElse(current), fields, faults);
      case Changing.Replaced() ->
        editForm(request, current, fields, faults.with(HttpStatus.CONFLICT).add("expires_at", "fault.replaced"));
      case Changing.Escalates _ ->
        editForm(request, current, fields, faults.reject(HttpStatus.FORBIDDEN, "fault.escalates"));
      case Changing.Unsound(List<Violation> violations) ->
        editForm(request, current, fields, faults.addAll(violations));
    };
  }

  /** Switches a key: in place where scripts run, otherwise with a redirect to the list. */
  @Post("/status")
  HttpResponse<?> turn(StaffRequest request, String key) {
    Optional<ApiKey> current = find(request, key);
    if (current.isEmpty()) {
      return pages.refuse(request, PageRefusal.NO_KEY);
    }
    Optional<KeyStatus> status = request.form().constant("status", KeyStatus.values());
    if (status.isEmpty()) {
      return HttpResponse.seeOther(URI.create(request.place().apiKeys()));
    }
    KeyChange change = KeyChange.switched(status.get());
    return switch (keys.change(request.scope(), current.get().id(), change, OptionalLong.empty())) {
      case Changing.Changed(ApiKey changed) -> turned(request, changed);
      case Changing.NoSuchKey() -> pages.refuse(request, PageRefusal.NO_KEY);
      case Changing.VersionConflict _,Changing.Unsound _,Changing.Replaced _ ->
        pages.refuse(request, PageRefusal.NOT_SWITCHED);
      case Changing.Escalates _ -> pages.refuse(request, PageRefusal.FORBIDDEN);
    };
  }

  @Get("/deletion")
  HttpResponse<?> deletionForm(StaffRequest request, String key) {
    return find(request, key)
        .<HttpResponse<?>>map(current -> deletionForm(request, current, new FormErrors(request.language())))
        .orElseGet(() -> pages.refuse(request, PageRefusal.NO_KEY));
  }

  /** Deletes a key after the member has typed its name. */
  @Post("/deletion")
  HttpResponse<?> delete(StaffRequest request, String key) {
    Optional<ApiKey> current = find(request, key);
    if (current.isEmpty()) {
      return pages.refuse(request, PageRefusal.NO_KEY);
    }
    if (!current.get().settings().name().isTypedAs(request.form().text("name"))) {
      FormErrors faults = new FormErrors(request.language()).add("name", "fault.delete");
      return deletionForm(request, current.get(), faults);
    }
    return switch (keys.delete(request.scope(), current.get().id(), OptionalLong.empty())) {
      case Deleting.Deleted _ -> pages.sendOn(request, request.place().apiKeys(), Notice.KEY_DELETED);
      case Deleting.NoSuchKey() -> pages.refuse(request, PageRefusal.NO_KEY);
      case Deleting.VersionConflict() -> throw new IllegalStateException("The deletion is not based on a version");
      case Deleting.Escalates _ -> pages.refuse(request, PageRefusal.FORBIDDEN);
    };
  }

  private Optional<ApiKey> find(StaffRequest request, String handle) {
    return KeyFormat.idOf(handle).flatMap(id -> keys.find(request.tenant(), id));
  }

  // Shows the form again with the new version, so that another submission overwrites the other change deliberately.
  private HttpResponse<?> outdated(StaffRequest request, ApiKey current, KeyFields fields, FormErrors faults) {
    return editForm(request, current, fields, faults.reject(HttpStatus.CONFLICT, "fault.stale"));
  }

  private HttpResponse<?> editForm(StaffRequest request, ApiKey current, KeyFields fields, FormErrors faults) {
    return forms.show(request, Optional.of(current), fields, faults);
  }

  private HttpResponse<?> turned(StaffRequest request, ApiKey key) {
    if (request.http().getHeaders().contains(INLINE)) {
      KeyListItem row = new KeyListItem(pages.frame(request, Tab.API_KEYS), key, time.now(), true);
      return pages.show(request, "key/key-row", row);
    }
    Notice notice = switch (key.settings().status()) {
      case ACTIVE -> Notice.KEY_ENABLED;
      case DISABLED -> Notice.KEY_DISABLED;
    };
    return pages.sendOn(request, request.place().apiKeys(), notice);
  }

  private HttpResponse<?> deletionForm(StaffRequest request, ApiKey key, FormErrors faults) {
    KeyDeletionPage page = new KeyDeletionPage(pages.frame(request, Tab.API_KEYS), key, faults);
    return pages.show(request, faults, "key/key-deletion", page);
  }
}
