package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.domain.access.Caller;
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

/** The keys of the caller's own tenant. */
@Controller("/api/v2/api-keys")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyController {

  private final KeyEndpoints endpoints;

  KeyController(KeyEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Post
  @Secured("api_keys:write")
  HttpResponse<?> issue(Caller caller, HttpRequest<?> request) {
    return endpoints.issue(caller.enter(), request);
  }

  @Get
  @Secured("api_keys:read")
  @QueryNames({
      "status", "state", "environment", "q", "created_by", "expires_before", "unused_since", "limit", "cursor"
  })
  HttpResponse<?> list(Caller caller, HttpRequest<?> request) {
    return endpoints.list(caller.enter(), request);
  }

  @Get("/{key:[^/]+}")
  @Secured("api_keys:read")
  HttpResponse<?> find(Caller caller, String key) {
    return endpoints.find(caller.enter(), key);
  }

  @Patch("/{key:[^/]+}")
  @Secured("api_keys:write")
  HttpResponse<?> change(Caller caller, String key, HttpRequest<?> request) {
    return endpoints.change(caller.enter(), key, request);
  }

  @Post("/{key:[^/]+}/rotate")
  @Secured("api_keys:write")
  HttpResponse<?> rotate(Caller caller, String key, HttpRequest<?> request) {
    return endpoints.rotate(caller.enter(), key, request);
  }

  @Delete("/{key:[^/]+}")
  @Secured("api_keys:write")
  HttpResponse<?> delete(Caller caller, String key, HttpRequest<?> request) {
    return endpoints.delete(caller.enter(), key, request);
  }
}
