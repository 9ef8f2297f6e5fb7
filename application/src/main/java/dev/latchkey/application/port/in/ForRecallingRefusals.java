package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RequestLine;
import java.net.InetAddress;
import java.util.Optional;

/** Records refused requests and finds them by request id for seven days. */
public interface ForRecallingRefusals {

  /**
   * The circumstances of a request.
   *
   * @param requestId the request id that the response carried
   * @param line method and path; empty if the key was presented in the body of another request
   * @param permission the required permission; empty if any valid key would have sufficed
   * @param campaign the campaign that the request was about; empty if none
   * @param address the client's address; empty if unknown
   */
  record Circumstances(
      String requestId,
      Optional<RequestLine> line,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address) {}

  /**
   * Records a refusal. Never blocks and never throws, so it may be called on an event loop. A refusal before the key's
   * secret was proven is not recorded, because the client may not be the holder of the key. Per key, a burst of 20 and
   * then one per second are recorded; see {@code ForNotingRefusals}.
   */
  void noteAtOnce(KeyId key, Refusal refusal, Circumstances circumstances);

  /**
   * Returns the refused request with that id.
   *
   * @return the request; empty if no key of the tenant sent one within seven days
   * @throws StoreUnavailable if the store cannot be reached
   */
  Optional<NotedRefusal> recall(TenantView scope, String requestId);
}
