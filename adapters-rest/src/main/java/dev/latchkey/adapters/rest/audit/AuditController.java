package dev.latchkey.adapters.rest.audit;

import dev.latchkey.adapters.rest.access.TenantGuard;
import dev.latchkey.adapters.rest.field.PageResponse;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** The audit trail of the caller's own tenant, and of any tenant for the operator. */
@Controller("/api")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

  private final TenantGuard tenants;
  private final ForReadingTheAudit audit;

  AuditController(TenantGuard tenants, ForReadingTheAudit audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  @Get("/v2/audit-events")
  @Secured("audit:read")
  @QueryNames({"since", "action", "actor", "subject", "limit", "cursor"})
  HttpResponse<?> list(Caller caller, HttpRequest<?> request) {
    return list(caller.enter(), request);
  }

  @Get("/platform/v1/tenants/{tenant:[^/]+}/audit-events")
  @Secured("operator")
  @QueryNames({"since", "action", "actor", "subject", "limit", "cursor"})
  HttpResponse<?> list(Operator operator, String tenant, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> list(operator.enter(known), request);
    };
  }

  private HttpResponse<?> list(TenantScope scope, HttpRequest<?> request) {
    return switch (Query.read(request, AuditInput::readList)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(AuditInput.Listed asked) ->
        PageResponse.of(audit.list(scope, asked.filter(), asked.page()).map(AuditEventJson::of));
    };
  }
}
