package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.access.TenantView;
import java.time.Instant;
import java.util.Optional;

/** Refused requests, noted for the tenants of their keys. */
public interface ForNotingRefusals {

  /**
   * Takes a note, to be written down within about a second. Never waits and never throws: what is dropped is counted. Of one
   * key 20 notes are taken at once and one more for each second that passed by the times of the notes. A tenant's flood never
   * displaces the notes of other tenants. The newest 10,000 of a tenant are kept. One of a key that is no longer there is
   * dropped too.
   */
  void note(RefusedRequest request);

  /**
   * The latest request of that name among those of the tenant's keys.
   *
   * @param since requests before this moment are past and not told
   * @return the request; empty where the tenant has none, whoever else may have one
   * @throws StoreUnavailable where the store cannot be reached
   */
  Optional<NotedRefusal> find(TenantView scope, String requestId, Instant since);
}
