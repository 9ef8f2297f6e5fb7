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

/**
 * Reads and verifies a tenant's audit trail. Every method throws {@link StoreUnavailable} if the store cannot be
 * reached.
 */
public interface ForReadingTheAudit {

  /**
   * Returns the tenant's events that match the filter, newest first; an event that was made unreadable outside of the
   * application is returned as {@link ChainLink.Unreadable}.
   */
  Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request);

  /**
   * Verifies the tenant's whole chain and returns the first invalid link. The time is proportional to the length of the
   * chain.
   *
   * @param expected a head that was recorded elsewhere and that the chain has to contain
   */
  ChainFinding verify(TenantView scope, Optional<ChainHead> expected);
}
