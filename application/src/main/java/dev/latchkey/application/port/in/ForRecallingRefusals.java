package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.RequestLine;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import java.net.InetAddress;
import java.util.Optional;

/** Why a request was refused, found again by the request's name for seven days. */
public interface ForRecallingRefusals {

  /**
   * What a request was about.
   *
   * @param requestId what its answer called it
   * @param line method and path; empty where the key was presented in the body of another request
   * @param permission what it needed; empty where any valid key would have done
   * @param campaign the one it was about; empty where it was about none
   * @param address where it came from; empty where that is not known
   */
  record Circumstances(
      String requestId,
      Optional<RequestLine> line,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address) {}

  /**
   * Notes that a request was refused. Never waits and never throws, so it may be called on an event loop. A refusal
   * before the key's secret was proven is not noted: its sender may not be the holder of the key. Of one key 20 are noted
   * at once and one more each second; see {@code ForNotingRefusals}.
   */
  void noteAtOnce(KeyId key, Refusal refusal, Circumstances circumstances);

  /**
   * The refused request of that name.
   *
   * @return the request; empty where no key of the tenant sent one within seven days
   * @throws StoreUnavailable where the store cannot be reached
   */
  Optional<NotedRefusal> recall(TenantView scope, String requestId);
}
