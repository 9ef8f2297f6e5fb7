package dev.latchkey.adapters.rest.tenant;

import dev.latchkey.adapters.rest.field.PageResponse;
import dev.latchkey.adapters.rest.field.StoredMembers;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;

/** Endpoints for tenants, for the operator. */
@Controller("/api/platform/v1/tenants")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantController {

  private final ForManagingTenants tenants;
  private final ForChoosingPasswords passwords;
  private final Idempotency idempotency;
  private final JsonMapper mapper;

  TenantController(
      ForManagingTenants tenants, ForChoosingPasswords passwords, Idempotency idempotency, JsonMapper mapper) {
    this.tenants = tenants;
    this.passwords = passwords;
    this.idempotency = idempotency;
    this.mapper = mapper;
  }

  @Post
  HttpResponse<?> create(Operator operator, HttpRequest<?> request) {
    return idempotency.answer(request, body -> create(operator, body));
  }

  private HttpResponse<?> create(Operator operator, JsonBody body) {
    return switch (body.readStrictly(tenant -> TenantInput.readDraft(tenant, passwords), TenantJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(TenantInput.Draft draft) ->
        Success.of(TenantJson.of(tenants.create(operator, draft.name(), draft.owner()))).created();
    };
  }

  @Get
  @QueryNames({"status", "q", "limit", "cursor"})
  HttpResponse<?> list(Operator operator, HttpRequest<?> request) {
    return switch (Query.read(request, TenantInput::readList)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(TenantInput.Listed asked) ->
        PageResponse.of(tenants.list(operator, asked.filter(), asked.page()).map(TenantJson::of));
    };
  }

  @Get("/{tenant:[^/]+}")
  HttpResponse<?> find(Operator operator, String tenant) {
    return toResponse(lookUp(operator, tenant));
  }

  @Patch("/{tenant:[^/]+}")
  HttpResponse<?> change(Operator operator, String tenant, HttpRequest<?> request) {
    Optional<Tenant> found = lookUp(operator, tenant);
    return found.isPresent() ? change(operator, found.get(), request) : unknown();
  }

  private HttpResponse<?> change(Operator operator, Tenant current, HttpRequest<?> request) {
    ResourceMembers stored = StoredMembers.of(mapper, TenantJson.of(current));
    return switch (JsonBody.readStrictly(
        request, change -> TenantInput.readChange(change, current.name()), stored)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(TenantInput.Change change) -> toResponse(
          tenants.change(operator, current.id(), change.name(), change.standing(), change.reason()));
    };
  }

  private Optional<Tenant> lookUp(Operator operator, String tenant) {
    return PublicId.tenant(tenant).flatMap(id -> tenants.find(operator, id));
  }

  private static HttpResponse<?> toResponse(Optional<Tenant> tenant) {
    return tenant.isPresent() ? Success.of(TenantJson.of(tenant.get())).ok() : unknown();
  }

  private static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.TENANT_NOT_FOUND).response();
  }
}
