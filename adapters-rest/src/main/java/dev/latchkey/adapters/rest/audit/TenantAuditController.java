package dev.latchkey.adapters.rest.audit;

import dev.latchkey.adapters.rest.access.TenantGuard;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.domain.access.Operator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** The audit trail of any tenant, for the operator. */
@Controller("/api/platform/v1/tenants/{tenant:[^/]+}/audit-events")
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantAuditController {

  private final TenantGuard door;
  private final AuditEndpoints desk;

  TenantAuditController(TenantGuard door, AuditEndpoints desk) {
    this.door = door;
    this.desk = desk;
  }

  @Get
  @QueryNames({"since", "action", "actor", "subject", "limit", "cursor"})
  HttpResponse<?> list(Operator operator, String tenant, HttpRequest<?> request) {
    return door.enter(operator, tenant, scope -> desk.list(scope, request));
  }
}
