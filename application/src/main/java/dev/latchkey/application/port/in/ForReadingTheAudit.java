package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import java.util.Optional;

/** Who did what to a tenant's affairs. Every method throws {@link StoreUnavailable} where the store cannot be reached. */
public interface ForReadingTheAudit {

  /**
   * The tenant's events that fit the filter, newest first; one that somebody made unreadable behind the application's back
   * comes back as such.
   */
  Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request);

  /**
   * Verifies the tenant's whole chain and names the first link that does not hold. Takes as long as the chain is.
   *
   * @param expected an end of the chain that was written down elsewhere, through which it has to lead
   */
  ChainFinding verify(TenantView scope, Optional<ChainHead> expected);
}
