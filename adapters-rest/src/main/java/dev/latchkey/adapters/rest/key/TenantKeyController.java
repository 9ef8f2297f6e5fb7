package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.access.TenantGuard;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.domain.access.Operator;
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

  private final TenantGuard door;
  private final KeyEndpoints desk;

  TenantKeyController(TenantGuard door, KeyEndpoints desk) {
    this.door = door;
    this.desk = desk;
  }

  @Post
  HttpResponse<?> issue(Operator operator, String tenant, HttpRequest<?> request) {
    return door.enter(operator, tenant, scope -> desk.issue(scope, request));
  }

  @Get
  @QueryNames({
      "status", "state", "environment", "q", "created_by", "expires_before", "unused_since", "limit", "cursor"
  })
  HttpResponse<?> list(Operator operator, String tenant, HttpRequest<?> request) {
    return door.enter(operator, tenant, scope -> desk.list(scope, request));
  }

  @Get("/{key:[^/]+}")
  HttpResponse<?> find(Operator operator, String tenant, String key) {
    return door.enter(operator, tenant, scope -> desk.find(scope, key));
  }

  @Patch("/{key:[^/]+}")
  HttpResponse<?> change(Operator operator, String tenant, String key, HttpRequest<?> request) {
    return door.enter(operator, tenant, scope -> desk.change(scope, key, request));
  }

  @Post("/{key:[^/]+}/rotate")
  HttpResponse<?> rotate(Operator operator, String tenant, String key, HttpRequest<?> request) {
    return door.enter(operator, tenant, scope -> desk.rotate(scope, key, request));
  }

  @Delete("/{key:[^/]+}")
  HttpResponse<?> delete(Operator operator, String tenant, String key, HttpRequest<?> request) {
    return door.enter(operator, tenant, scope -> desk.delete(scope, key, request));
  }
}
