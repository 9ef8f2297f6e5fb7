package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainFinding;

/** Who did what to a tenant's affairs. Every method throws {@link StoreUnavailable} where the store cannot be reached. */
public interface ForReadingTheAudit {

  /** The tenant's events, newest first. */
  Page<AuditEvent> list(TenantView scope, PageRequest request);

  /** Verifies the tenant's whole chain and names the first link that does not hold. Takes as long as the chain is. */
  ChainFinding verify(TenantView scope);
}
