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
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.RotationObstacle;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Endpoints for a tenant's keys. Returns 404 for an unknown key before reading the rest of the request. */
@Singleton
public final class KeyEndpoints {

  private static final String REPLACED = "The key was replaced, so its expiry can only be brought forward. Use the key"
      + " that replaced it; replaced_by names it.";

  private static final String NO_VERSION_YET = "If-Match names a version, and a key that is to be made has none. Send the"
      + " request without If-Match.";

  private static final ResourceMembers NEW = ResourceMembers.setByServer(KeyJson.class)
      .starting("status", KeyStatus.ACTIVE.name());

  private final ForManagingKeys keys;
  private final Idempotency once;
  private final JsonMapper mapper;
  private final RecordClock clock;

  KeyEndpoints(ForManagingKeys keys, Idempotency once, JsonMapper mapper, RecordClock clock) {
    this.keys = keys;
    this.once = once;
    this.mapper = mapper;
    this.clock = clock;
  }

  public HttpResponse<?> issue(TenantScope scope, HttpRequest<?> request) {
    return once.answer(
        request,
        json -> IfMatch.of(request.getHeaders())
            .answer(
                expected -> expected.isUnconditional()
                    ? json.readStrictly(KeyInput::readDraft, NEW).answer(draft -> issued(scope, draft))
                    : Problem.of(ProblemType.VERSION_CONFLICT, NO_VERSION_YET).response()));
  }

  public HttpResponse<?> list(TenantScope scope, HttpRequest<?> request) {
    return Query.of(request)
        .reading(query -> query.read(KeyInput::readList))
        .answer(asked -> PageResponse.of(keys.list(scope, asked.filter(), asked.page()).map(this::record)));
  }

  public HttpResponse<?> find(TenantScope scope, String key) {
    return withKey(scope, key, this::shown);
  }

  public HttpResponse<?> change(TenantScope scope, String key, HttpRequest<?> request) {
    return withKey(
        scope,
        key,
        current -> IfMatch.of(request.getHeaders())
            .answer(
                expected -> changeOf(current, request)
                    .answer(change -> change(scope, current, change, expected))));
  }

  public HttpResponse<?> rotate(TenantScope scope, String key, HttpRequest<?> request) {
    return withKey(
        scope,
        key,
        current -> once.answer(
            request,
            json -> IfMatch.of(request.getHeaders())
                .answer(
                    expected -> json.readStrictly(KeyInput::readRotation, stored(current))
                        .answer(rotation -> expected.admits(current.version())
                            ? toResponse(keys.rotate(scope, current.id(), rotation))
                            : toResponse(new Changing.VersionConflict())))));
  }

  public HttpResponse<?> delete(TenantScope scope, String key, HttpRequest<?> request) {
    return withKey(
        scope,
        key,
        current -> IfMatch.of(request.getHeaders())
            .answer(
                expected -> expected.admits(current.version())
                    ? toResponse(keys.delete(scope, current.id()))
                    : toResponse(new Changing.VersionConflict())));
  }

  private HttpResponse<?> issued(TenantScope scope, KeyInput.Draft draft) {
    return toResponse(keys.issue(scope, draft.environment().orElse(scope.environment()), draft.settings()));
  }

  private HttpResponse<?> change(TenantScope scope, ApiKey current, KeyChange change, IfMatch expected) {
    return expected.admits(current.version())
        ? toResponse(keys.change(scope, current.id(), change, expected.version(current.version())))
        : toResponse(new Changing.VersionConflict());
  }

  private HttpResponse<?> withKey(TenantScope scope, String key, Function<ApiKey, HttpResponse<?>> use) {
    return PublicId.key(key)
        .flatMap(id -> keys.find(scope, id))
        .<HttpResponse<?>>map(use)
        .orElseGet(KeyEndpoints::unknown);
  }

  private ResourceMembers stored(ApiKey key) {
    return StoredMembers.of(mapper, record(key));
  }

  private Input<KeyChange> changeOf(ApiKey current, HttpRequest<?> request) {
    return JsonBody.of(request)
        .reading(json -> json.readStrictly(
            change -> KeyInput.readChange(change, current.settings()), stored(current)));
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
      case Changing.VersionConflict() -> Problem.of(ProblemType.VERSION_CONFLICT).response();
      case Changing.Replaced() -> Problem.of(ProblemType.KEY_STATE_CONFLICT, REPLACED).response();
      case Changing.Escalates(Set<Dimension> exceeded) -> escalation(exceeded);
      case Changing.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }

  private HttpResponse<?> toResponse(Rotating outcome) {
    return switch (outcome) {
      case Rotating.Rotated(ApiKey key, PlainKey plain) -> shownOnce(key, plain);
      case Rotating.NoSuchKey() -> unknown();
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

  private static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.API_KEY_NOT_FOUND).response();
  }
}
