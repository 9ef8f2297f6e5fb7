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
 * Read access to the audit events that the stores write together with each change. Each tenant has a chain of its own,
 * to which concurrent changes are appended one after the other. Each event, and with it the head of the chain, has a
 * MAC of {@link ForAuthenticatingTheTrail}. An event is returned as it was written, with its time to the microsecond.
 * Verification finds every event that was deleted, changed or moved. Every method throws {@link StoreUnavailable} if
 * the store cannot be reached.
 */
public interface ForReadingTheTrail {

  /**
   * Returns the tenant's events that match the filter, newest first; unreadable events are returned as such. The list
   * is sorted and divided into pages by event id, whatever the order of the chain.
   */
  Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request);

  /**
   * Returns up to {@code limit} links of the tenant's chain in chain order, starting after the given sequence number.
   * No data is trusted: events that were made unreadable outside the application are returned as such.
   */
  List<ChainLink> following(TenantView scope, long sequence, int limit);

  /** Returns the head of the tenant's chain. The head is the stored one and is never computed from the events. */
  StoredHead head(TenantView scope);
}
