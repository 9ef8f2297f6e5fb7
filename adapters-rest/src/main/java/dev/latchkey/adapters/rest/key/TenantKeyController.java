package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.access.TenantGuard;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** The keys of any tenant, for the operator. */
@Controller("/api/platform/v1/tenants/{tenant:[^/]+}/api-keys")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantKeyController {

  private final TenantGuard tenants;
  private final KeyEndpoints endpoints;

  TenantKeyController(TenantGuard tenants, KeyEndpoints endpoints) {
    this.tenants = tenants;
    this.endpoints = endpoints;
  }

  @Post
  HttpResponse<?> issue(Operator operator, String tenant, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> endpoints.issue(operator.enter(known), request);
    };
  }

  @Get
  @QueryNames({
      "status", "state", "environment", "q", "created_by", "expires_before", "unused_since", "limit", "cursor"
  })
  HttpResponse<?> list(Operator operator, String tenant, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> endpoints.list(operator.enter(known), request);
    };
  }

  @Get("/{key:[^/]+}")
  HttpResponse<?> find(Operator operator, String tenant, String key) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> endpoints.find(operator.enter(known), key);
    };
  }

  @Patch("/{key:[^/]+}")
  HttpResponse<?> change(Operator operator, String tenant, String key, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> endpoints.change(operator.enter(known), key, request);
    };
  }

  @Post("/{key:[^/]+}/rotate")
  HttpResponse<?> rotate(Operator operator, String tenant, String key, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> endpoints.rotate(operator.enter(known), key, request);
    };
  }

  @Delete("/{key:[^/]+}")
  HttpResponse<?> delete(Operator operator, String tenant, String key, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> endpoints.delete(operator.enter(known), key, request);
    };
  }
}
