package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import java.time.Instant;
import java.util.Optional;

/** Log of refused requests for the tenants of their keys. */
public interface ForNotingRefusals {

  /**
   * Queues a refused request, which is written within about one second. Never waits and never throws: dropped requests
   * are counted. For each key, a burst of 20 requests is accepted, and one more for each second that has passed
   * according to the times of the requests. A flood of requests of one tenant never displaces those of other tenants.
   * The newest 10,000 requests of a tenant are kept. A request of a key that no longer exists is dropped as well.
   * A request that is written outlives its key.
   */
  void note(RefusedRequest request);

  /**
   * Returns the latest request with this id among those of the tenant's keys.
   *
   * @param since requests before this time have expired and are not returned
   * @return the request; empty if the tenant has none, even if another tenant has one
   * @throws StoreUnavailable if the store cannot be reached
   */
  Optional<NotedRefusal> find(TenantView scope, String requestId, Instant since);
}
