package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.field.PageResponse;
import dev.latchkey.adapters.rest.field.StoredMembers;
import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.RecordClock;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.PlainKey;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Endpoints for a tenant's keys. Returns 404 for an unknown key before reading the rest of the request. */
@Singleton
final class KeyEndpoints {

  private static final String REPLACED = "The key was replaced, so its expiry can only be brought forward. Use the key"
      + " that replaced it; replaced_by names it.";

  private static final String NO_VERSION_YET = "If-Match names a version, and a key that is to be made has none. Send the"
      + " request without If-Match.";

  private static final ResourceMembers NEW = ResourceMembers.setByServer(KeyJson.class)
      .starting("status", KeyStatus.ACTIVE.name());

  private final ForManagingKeys keys;
  private final Idempotency idempotency;
  private final JsonMapper mapper;
  private final RecordClock clock;

  KeyEndpoints(ForManagingKeys keys, Idempotency idempotency, JsonMapper mapper, RecordClock clock) {
    this.keys = keys;
    this.idempotency = idempotency;
    this.mapper = mapper;
    this.clock = clock;
  }

  HttpResponse<?> issue(TenantScope scope, HttpRequest<?> request) {
    return idempotency.answer(request, body -> issue(scope, request, body));
  }

  private HttpResponse<?> issue(TenantScope scope, HttpRequest<?> request, JsonBody body) {
    return switch (IfMatch.of(request.getHeaders())) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(IfMatch expected) -> expected.isUnconditional()
          ? issue(scope, body)
          : Problem.of(ProblemType.VERSION_CONFLICT, NO_VERSION_YET).response();
    };
  }

  private HttpResponse<?> issue(TenantScope scope, JsonBody body) {
    return switch (body.readStrictly(KeyInput::readDraft, NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(KeyInput.Draft draft) ->
        toResponse(keys.issue(scope, draft.environment().orElse(scope.environment()), draft.settings()));
    };
  }

  HttpResponse<?> list(TenantScope scope, HttpRequest<?> request) {
    return switch (Query.read(request, KeyInput::readList)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(KeyInput.Listed asked) ->
        PageResponse.of(keys.list(scope, asked.filter(), asked.page()).map(this::record));
    };
  }

  HttpResponse<?> find(TenantScope scope, String key) {
    return switch (current(scope, key)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(ApiKey current) -> shown(current);
    };
  }

  HttpResponse<?> change(TenantScope scope, String key, HttpRequest<?> request) {
    return switch (current(scope, key)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(ApiKey current) -> change(scope, current, request);
    };
  }

  private HttpResponse<?> change(TenantScope scope, ApiKey current, HttpRequest<?> request) {
    return switch (IfMatch.of(request.getHeaders())) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(IfMatch expected) -> change(scope, current, expected, request);
    };
  }

  private HttpResponse<?> change(TenantScope scope, ApiKey current, IfMatch expected, HttpRequest<?> request) {
    return switch (JsonBody.readStrictly(
        request, change -> KeyInput.readChange(change, current.settings()), stored(current))) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(KeyChange change) -> expected.admits(current.version())
          ? toResponse(keys.change(scope, current.id(), change, expected.version(current.version())))
          : conflict();
    };
  }

  HttpResponse<?> rotate(TenantScope scope, String key, HttpRequest<?> request) {
    return switch (current(scope, key)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(ApiKey current) -> idempotency.answer(request, body -> rotate(scope, current, request, body));
    };
  }

  private HttpResponse<?> rotate(TenantScope scope, ApiKey current, HttpRequest<?> request, JsonBody body) {
    return switch (IfMatch.of(request.getHeaders())) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(IfMatch expected) -> rotate(scope, current, expected, body);
    };
  }

  private HttpResponse<?> rotate(TenantScope scope, ApiKey current, IfMatch expected, JsonBody body) {
    return switch (body.readStrictly(KeyInput::readRotation, stored(current))) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Rotation rotation) -> expected.admits(current.version())
          ? toResponse(keys.rotate(scope, current.id(), rotation, expected.version(current.version())))
          : conflict();
    };
  }

  HttpResponse<?> delete(TenantScope scope, String key, HttpRequest<?> request) {
    return switch (current(scope, key)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(ApiKey current) -> delete(scope, current, request);
    };
  }

  private HttpResponse<?> delete(TenantScope scope, ApiKey current, HttpRequest<?> request) {
    return switch (IfMatch.of(request.getHeaders())) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(IfMatch expected) -> expected.admits(current.version())
          ? toResponse(keys.delete(scope, current.id(), expected.version(current.version())))
          : conflict();
    };
  }

  /** Returns the key that a path names, or the problem that the tenant has none with this id. */
  private Input<ApiKey> current(TenantScope scope, String key) {
    Optional<ApiKey> found = PublicId.key(key).flatMap(id -> keys.find(scope, id));
    return found.isPresent()
        ? new Input.Usable<>(found.get())
        : new Input.Unusable<>(Problem.of(ProblemType.API_KEY_NOT_FOUND));
  }

  private ResourceMembers stored(ApiKey key) {
    return StoredMembers.of(mapper, record(key));
  }

  private HttpResponse<?> toResponse(Issuing outcome) {
    return switch (outcome) {
      case Issuing.Issued(ApiKey key, PlainKey plain) -> shownOnce(key, plain);
      case Issuing.Escalates(Set<Dimension> exceeded) -> escalation(exceeded);
      case Issuing.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }

  private HttpResponse<?> toResponse(Changing outcome) {
    return switch (outcome) {
      case Changing.Changed(ApiKey key) -> shown(key);
      case Changing.NoSuchKey() -> unknown();
      case Changing.VersionConflict() -> conflict();
      case Changing.Replaced() -> Problem.of(ProblemType.KEY_STATE_CONFLICT, REPLACED).response();
      case Changing.Escalates(Set<Dimension> exceeded) -> escalation(exceeded);
      case Changing.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }

  private HttpResponse<?> toResponse(Rotating outcome) {
    return switch (outcome) {
      case Rotating.Rotated(ApiKey key, PlainKey plain) -> shownOnce(key, plain);
      case Rotating.NoSuchKey() -> unknown();
      case Rotating.VersionConflict() -> conflict();
      case Rotating.Impossible(RotationObstacle obstacle) ->
        Problem.of(ProblemType.KEY_STATE_CONFLICT, detail(obstacle)).response();
      case Rotating.Escalates(Set<Dimension> exceeded) -> escalation(exceeded);
      case Rotating.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }

  private static HttpResponse<?> toResponse(Deleting outcome) {
    return switch (outcome) {
      case Deleting.Deleted _ -> HttpResponse.noContent();
      case Deleting.NoSuchKey() -> unknown();
      case Deleting.VersionConflict() -> conflict();
      case Deleting.Escalates(Set<Dimension> exceeded) -> escalation(exceeded);
    };
  }

  private KeyJson record(ApiKey key) {
    return KeyJson.of(key, key.stateAt(clock.now()));
  }

  private HttpResponse<?> shown(ApiKey key) {
    return Success.of(record(key)).ok().header(HttpHeaders.ETAG, EntityTag.of(key));
  }

  private HttpResponse<?> shownOnce(ApiKey key, PlainKey plain) {
    return Success.of(NewKeyJson.of(key, plain, key.stateAt(clock.now())))
        .created()
        .header(HttpHeaders.ETAG, EntityTag.of(key));
  }

  private static String detail(RotationObstacle obstacle) {
    return switch (obstacle) {
      case DISABLED -> "The key is disabled. Enable it first, or make a new key.";
      case EXPIRED -> "The key has expired. Make a new key.";
      case ALREADY_ROTATED -> "The key was rotated already. Rotate the key that replaced it; replaced_by names it.";
    };
  }

  private static HttpResponse<?> escalation(Set<Dimension> exceeded) {
    String dimensions = exceeded.stream().sorted().map(Dimension::words).collect(Collectors.joining(", "));
    return Problem.of(
        ProblemType.PERMISSION_ESCALATION,
        "The key exceeds the limits of the key that makes the request: " + dimensions + ". Stay within those limits, or"
            + " let a member or the operator make the change.")
        .response();
  }

  private static HttpResponse<?> conflict() {
    return Problem.of(ProblemType.VERSION_CONFLICT).response();
  }

  private static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.API_KEY_NOT_FOUND).response();
  }
}
