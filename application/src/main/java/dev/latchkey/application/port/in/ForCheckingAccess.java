package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignEntry;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorDecision;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.TenantClaim;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The access decision for requests, as in the contract's decision table. Access is never granted on incomplete data.
 *
 * <p>Failed authentications (step 4 and wrong operator tokens) are counted per source: an IPv4 address, an IPv6 network
 * of 64 bits, or all requests without a known address. Beyond 60 per minute the source's look-ups share a budget of 5
 * per second, and all other failures are refused with {@link Refusal.TooManyFailures}. This never limits a valid key
 * that is cached, even if its entry has to be reloaded, or a valid operator token.
 */
public interface ForCheckingAccess {

  /**
   * Runs steps 1 to 10. A key in the wrong format is refused without any look-up, and is not counted as a failure.
   *
   * @param permission the required permission; empty if any valid key suffices
   * @param address the client's address; empty if unknown
   * @throws StoreUnavailable if the key cannot be looked up
   */
  AccessDecision check(PresentedCredentials credentials, Optional<Permission> permission,
      Optional<InetAddress> address);

  /**
   * Decides as {@link #check} does, without blocking. Empty if that requires a look-up; in that case nothing was
   * counted, and the request still has to be checked.
   */
  Optional<AccessDecision> checkAtOnce(
      PresentedCredentials credentials, Optional<Permission> permission, Optional<InetAddress> address);

  /**
   * Runs steps 10 to 13, for a request on one campaign.
   *
   * @throws StoreUnavailable if the campaign cannot be looked up
   */
  CampaignEntry enter(Caller caller, CampaignId campaign, Permission permission, TenantClaim claim);

  /**
   * Runs steps 10 to 13, with the permission that the caller's request requires.
   *
   * @throws StoreUnavailable if the campaign cannot be looked up
   */
  default CampaignEntry enter(Caller caller, CampaignId campaign, TenantClaim claim) {
    return enter(caller, campaign, caller.permission().orElseThrow(), claim);
  }

  /** Runs steps 10 to 13, for a request that names no tenant. */
  default CampaignEntry enter(Caller caller, CampaignId campaign) {
    return enter(caller, campaign, new TenantClaim.Absent());
  }

  /** Whether the credentials are the operator token. A wrong token is counted as a failed authentication. */
  OperatorDecision checkOperatorAtOnce(PresentedCredentials credentials, Optional<InetAddress> address);

  /**
   * A hypothetical request with a key that is presented correctly.
   *
   * @param campaign the campaign to act on; empty if none is named, and then the explanation may depend on it
   * @param address the client's address; empty if unknown
   * @param at the time of the request; empty for now
   */
  record Supposition(
      KeyId key,
      Permission permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address,
      Optional<Instant> at) {}

  /**
   * Explains what would be decided, by the rules of the decision itself. Changes nothing and counts nothing.
   *
   * @return the explanation; empty if the tenant has no such key
   * @throws StoreUnavailable if the key or the campaign cannot be looked up
   */
  Optional<Explanation> explain(TenantView scope, Supposition supposition);

  /**
   * Explains a refused request, by the rules of the decision itself and the key's current settings. Changes nothing and
   * counts nothing.
   *
   * @return the explanation; empty if the tenant no longer has such a key
   * @throws StoreUnavailable if the key or the campaign cannot be looked up
   */
  Optional<Explanation> explain(TenantView scope, RefusedRequest refused);

  /** The result of verifying a key on behalf of another service. */
  sealed interface Verification {

    /**
     * The key may be used for the request.
     *
     * @param reusableFor how long the result may be reused: at most one second, and zero for a key with a rate limit
     */
    record Valid(StoredKey credential, Duration reusableFor) implements Verification {}

    record Invalid(Refusal refusal) implements Verification {}
  }

  /**
   * Decides as for a request with the key, and counts it against the key's rate limit. A failure is counted for the
   * named source, and not at all if none is named.
   *
   * @param permission the required permission; empty if any valid key suffices
   * @param campaign the campaign to act on, which requires a permission; empty if none is concerned
   */
  Verification verify(
      Operator operator,
      PresentedKey key,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address);
}
