package dev.latchkey.domain.access;

import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;
import java.util.function.Function;

/** The holder of a key that passed every question about the key itself. Only {@link AccessPolicy} gives one out. */
public sealed interface Caller extends AccessDecision permits AdmittedCaller {

  /** The key that was presented, with its tenant. */
  StoredKey credential();

  /** How the request counted against the key's rate limit; empty where it has none. */
  Optional<RateVerdict> rate();

  default TenantId tenant() {
    return credential().tenant().id();
  }

  /** Asks whether the caller may act on the tenant as a whole, as creating a campaign does. */
  TenantEntry enter(Permission permission);

  /** Where a list of campaigns has to look: outside of it there is none that the caller may read. */
  CampaignReach readable();

  /** Whether a list of campaigns may show the caller this one: its permission and its rules allow reading it. */
  boolean mayRead(Campaign campaign);

  /**
   * Asks whether the caller may act on one campaign.
   *
   * @param claim what the request says of its tenant
   * @param find looks a campaign up among the tenant's own; it is asked once, before the rules, whatever they say, so
   *     that the time of the answer tells nothing
   */
  CampaignEntry enter(
      CampaignId campaign,
      Permission permission,
      TenantClaim claim,
      Function<CampaignId, Optional<Campaign>> find);
}
