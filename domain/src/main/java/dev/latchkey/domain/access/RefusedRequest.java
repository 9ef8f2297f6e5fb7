package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateVerdict;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was refused after its key's secret was proven.
 *
 * @param requestId what its answer called it
 * @param code why, see {@link Refusal#code}
 * @param line method and path; empty where the key was presented in the body of another request
 * @param permission what it needed; empty where any valid key would have done
 * @param campaign the one it was about; empty where it was about none
 * @param address where it came from; empty where that is not known
 * @param at when, by the wall clock, in whole microseconds
 */
public record RefusedRequest(
    String requestId,
    KeyId key,
    String code,
    Optional<RequestLine> line,
    Optional<Permission> permission,
    Optional<CampaignId> campaign,
    Optional<InetAddress> address,
    Instant at) {

  /** What counting it against a rate limit gave, as its code tells: the limit is asked before all that comes after it. */
  RateVerdict rate() {
    return code.equals("rate_limited")
        ? new RateVerdict.Exceeded(Duration.ZERO)
        : new RateVerdict.Within(0, Duration.ZERO);
  }

  /** What it said of its tenant, as its code tells. */
  TenantClaim claim() {
    return switch (code) {
      case "tenant_id_missing" -> new TenantClaim.Omitted();
      case "tenant_mismatch" -> new TenantClaim.Unreadable();
      default -> new TenantClaim.Absent();
    };
  }
}
