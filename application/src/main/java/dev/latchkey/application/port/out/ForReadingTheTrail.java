package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.StoredHead;
import java.util.List;

/**
 * The audit events that the stores write together with each change. Each event, and the end of the chain with it, has a MAC
 * of {@link ForAuthenticatingTheTrail}. Every method throws {@link StoreUnavailable} where
 * the store cannot be reached.
 */
public interface ForReadingTheTrail {

  /** The tenant's events that fit the filter, newest first; what cannot be read comes back as such. */
  Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request);

  /**
   * Up to so many links of the tenant's chain in its order, from the one behind the given place. Nothing is trusted: what
   * somebody made unreadable behind the application's back comes back as such.
   */
  List<ChainLink> following(TenantView scope, long sequence, int limit);

  /** Where the tenant's chain ends. */
  StoredHead head(TenantView scope);
}
