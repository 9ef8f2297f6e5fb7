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
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.PresentedKey;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may come in, and to where: the contract's decision table. Nothing is ever granted on a guess.
 *
 * <p>Failed authentications (step 4 and wrong operator tokens) are counted per source: an IPv4 address, an IPv6 network of
 * 64 bits, or all requests whose address is not known. Beyond 60 in a minute the source's look-ups share a budget of 5 a
 * second, and whatever else fails is refused with {@link Refusal.TooManyFailures}. A valid key that is in memory, also
 * where it has to be read anew, and a valid operator token are never limited by that.
 */
public interface ForCheckingAccess {

  /**
   * Steps 1 to 10. A key that is not of our format is refused without any look-up, and is not counted as a failure.
   *
   * @param permission what the request needs; empty where any valid key will do
   * @param address where it comes from; empty where that is not known
   * @throws StoreUnavailable where the key cannot be looked up
   */
  AccessDecision check(PresentedCredentials credentials, Optional<Permission> permission,
      Optional<InetAddress> address);

  /**
   * Decides as {@link #check} does, without waiting for anything. Empty where that takes a look-up; then nothing was
   * counted, and the request is still to be checked.
   */
  Optional<AccessDecision> checkAtOnce(
      PresentedCredentials credentials, Optional<Permission> permission, Optional<InetAddress> address);

  /**
   * Steps 10 to 13, for a request on one campaign.
   *
   * @throws StoreUnavailable where the campaign cannot be looked up
   */
  CampaignEntry enter(Caller caller, CampaignId campaign, Permission permission, TenantClaim claim);

  /** Whether the credentials are the operator token. A wrong one is counted as a failed authentication. */
  OperatorDecision checkOperatorAtOnce(PresentedCredentials credentials, Optional<InetAddress> address);

  /**
   * A question about a key: what if it were presented rightly?
   *
   * @param campaign the campaign to act on; empty: none is named, and the explanation may depend on it
   * @param address where the request would come from; empty: that is not known
   * @param at when; empty: now
   */
  record Supposition(
      KeyId key,
      Permission permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address,
      Optional<Instant> at) {}

  /**
   * Explains what would be decided, by the rules that decide. Changes nothing and counts nothing.
   *
   * @return the explanation; empty where the tenant has no such key
   * @throws StoreUnavailable where the key or the campaign cannot be looked up
   */
  Optional<Explanation> explain(TenantView scope, Supposition supposition);

  /**
   * Explains a request that was refused, by the rules that decide and the key's settings of today. Changes nothing and
   * counts nothing.
   *
   * @return the explanation; empty where the tenant has no such key any more
   * @throws StoreUnavailable where the key or the campaign cannot be looked up
   */
  Optional<Explanation> explain(TenantView scope, RefusedRequest refused);

  /** What came of verifying a key on behalf of another service. */
  sealed interface Verification {

    /**
     * The key may be used for the request.
     *
     * @param reusableFor how long the answer may be reused: at most a second, and not at all for a key with a rate limit
     */
    record Valid(StoredKey credential, Duration reusableFor) implements Verification {}

    record Invalid(Refusal refusal) implements Verification {}
  }

  /**
   * Decides as for a request that comes with the key, and counts it against the key's rate limit. A failure is counted for
   * the source that is named, and not at all where none is.
   *
   * @param permission what the request needs; empty where any valid key will do
   * @param campaign the campaign to act on, which takes a permission; empty where none is concerned
   */
  Verification verify(
      Operator operator,
      PresentedKey key,
      Optional<Permission> permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address);
}
