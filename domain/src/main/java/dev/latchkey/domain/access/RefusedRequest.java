package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import java.net.InetAddress;
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
    Instant at) {}
