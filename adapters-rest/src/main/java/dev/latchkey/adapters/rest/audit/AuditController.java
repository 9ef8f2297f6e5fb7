package dev.latchkey.adapters.rest.audit;

import dev.latchkey.adapters.rest.access.OwnTenant;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** The audit trail of the caller's own tenant. */
@Controller("/api/v2/audit-events")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

  private final AuditEndpoints desk;

  AuditController(AuditEndpoints desk) {
    this.desk = desk;
  }

  @Get
  @Secured("audit:read")
  @QueryNames({"since", "action", "actor", "subject", "limit", "cursor"})
  HttpResponse<?> list(Caller caller, HttpRequest<?> request) {
    return new OwnTenant(caller).enter(Permission.AUDIT_READ, scope -> desk.list(scope, request));
  }
}
