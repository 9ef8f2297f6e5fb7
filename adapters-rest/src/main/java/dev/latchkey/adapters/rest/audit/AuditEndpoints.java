package dev.latchkey.adapters.rest.audit;

import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.domain.access.TenantScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** Endpoints of a tenant's audit trail. */
@Singleton
public final class AuditEndpoints {

  private final ForReadingTheAudit audit;

  AuditEndpoints(ForReadingTheAudit audit) {
    this.audit = audit;
  }

  public HttpResponse<?> list(TenantScope scope, HttpRequest<?> request) {
    return Query.of(request)
        .reading(query -> query.read(AuditInput::readList))
        .answer(asked -> Listing.of(audit.list(scope, asked.filter(), asked.page()).map(AuditEventJson::of)).ok());
  }
}
