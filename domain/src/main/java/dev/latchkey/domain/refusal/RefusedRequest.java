package dev.latchkey.domain.refusal;

import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateVerdict;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was refused after its key's secret was proven.
 *
 * @param requestId the request id that the response carried
 * @param code the stable code of the reason, as in the decision table of the contract
 * @param line method and path; empty if the key was presented in the body of another request
 * @param permission the required permission; empty if any valid key would have sufficed
 * @param campaign the campaign that the request was about; empty if none
 * @param address the client's address; empty if unknown
 * @param at the time of the request, by the wall clock, in whole microseconds
 */
public record RefusedRequest(
    String requestId,
    KeyId key,
    @MayBePrinted("The code of the refusal.") String code,
    Optional<RequestLine> line,
    Optional<Permission> permission,
    Optional<CampaignId> campaign,
    Optional<InetAddress> address,
    Instant at) {

  /** Returns the result of the rate limit, derived from the code: the rate limit is checked before all later steps. */
  public RateVerdict rate() {
    return code.equals("rate_limited")
        ? new RateVerdict.Exceeded(Duration.ZERO)
        : new RateVerdict.Within(0, Duration.ZERO);
  }

  /** Returns the tenant that the request named, derived from the code. */
  public TenantClaim claim() {
    return switch (code) {
      case "tenant_id_missing" -> new TenantClaim.Omitted();
      case "tenant_mismatch" -> new TenantClaim.Unreadable();
      default -> new TenantClaim.Absent();
    };
  }
}
