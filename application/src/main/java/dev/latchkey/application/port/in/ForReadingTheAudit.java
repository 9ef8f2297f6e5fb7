package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainLink;

/** Who did what to a tenant's affairs. Every method throws {@link StoreUnavailable} where the store cannot be reached. */
public interface ForReadingTheAudit {

  /** The tenant's events, newest first; one that somebody made unreadable behind the application's back comes back as such. */
  Page<ChainLink> list(TenantView scope, PageRequest request);

  /** Verifies the tenant's whole chain and names the first link that does not hold. Takes as long as the chain is. */
  ChainFinding verify(TenantView scope);
}
