package dev.latchkey.adapters.rest.tenant;

import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.idempotency.Idempotency;
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
  private final Idempotency once;
  private final JsonMapper mapper;

  TenantController(
      ForManagingTenants tenants, ForChoosingPasswords passwords, Idempotency once, JsonMapper mapper) {
    this.tenants = tenants;
    this.passwords = passwords;
    this.once = once;
    this.mapper = mapper;
  }

  @Post
  HttpResponse<?> found(Operator operator, HttpRequest<?> request) {
    return once.answer(
        request,
        json -> json.readStrictly(tenant -> TenantInput.readDraft(tenant, passwords), TenantJson.NEW)
            .answer(draft -> record(tenants.create(operator, draft.name(), draft.owner())).created()));
  }

  @Get
  @QueryNames({"status", "q", "limit", "cursor"})
  HttpResponse<?> list(Operator operator, HttpRequest<?> request) {
    return Query.of(request)
        .reading(query -> query.read(TenantInput::readList))
        .answer(asked -> Listing.of(tenants.list(operator, asked.filter(), asked.page()).map(TenantJson::of)).ok());
  }

  @Get("/{tenant:[^/]+}")
  HttpResponse<?> find(Operator operator, String tenant) {
    return answer(lookUp(operator, tenant));
  }

  @Patch("/{tenant:[^/]+}")
  HttpResponse<?> change(Operator operator, String tenant, HttpRequest<?> request) {
    return lookUp(operator, tenant)
        .<HttpResponse<?>>map(
            current -> JsonBody.of(request)
                .reading(
                    json -> json.readStrictly(
                        change -> TenantInput.readChange(change, current.name()), stored(current)))
                .answer(change -> answer(change(operator, current, change))))
        .orElseGet(TenantController::unknown);
  }

  private ResourceMembers stored(Tenant tenant) {
    return ResourceMembers.stored(mapper, TenantJson.of(tenant));
  }

  private Optional<Tenant> lookUp(Operator operator, String tenant) {
    return PublicId.tenant(tenant).flatMap(id -> tenants.find(operator, id));
  }

  private Optional<Tenant> change(Operator operator, Tenant tenant, TenantInput.Change change) {
    return tenants.change(operator, tenant.id(), change.name(), change.standing(), change.reason());
  }

  private static HttpResponse<?> answer(Optional<Tenant> tenant) {
    return tenant.<HttpResponse<?>>map(known -> record(known).ok()).orElseGet(TenantController::unknown);
  }

  private static Success record(Tenant tenant) {
    return Success.of(TenantJson.of(tenant));
  }

  private static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.TENANT_NOT_FOUND).response();
  }
}
