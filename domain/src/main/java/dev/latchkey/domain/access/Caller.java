package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.rate.RateVerdict;
import java.util.Optional;

/** The holder of a key that passed every check of the key itself. Created only by {@link AccessPolicy}. */
public sealed interface Caller extends AccessDecision permits AdmittedCaller {

  /** The presented key, with its tenant. */
  StoredKey credential();

  /** The request that the caller was admitted with. */
  AccessRequest request();

  /** The request's result against the key's rate limit; empty if the key has none. */
  Optional<RateVerdict> rate();

  default TenantId tenant() {
    return credential().tenant().id();
  }

  default Actor actor() {
    return new Actor.Holder(credential().key().id());
  }

  /** Checks whether the caller may act on the tenant as a whole, for example to create a campaign. */
  TenantEntry enter(Permission permission);

  /** The permission that the request requires and the key has; empty if any valid key suffices. */
  default Optional<Permission> permission() {
    return request().permission();
  }

  /**
   * Returns a scope for acting on the tenant as a whole, with the permission that the request requires.
   *
   * @throws IllegalStateException if the request requires none
   */
  TenantScope enter();

  /** Returns the range of campaigns that a list has to search. The caller may read no campaign outside of it. */
  CampaignReach readable();

  /** Whether a list of campaigns may include this one: the key's permission and rules allow reading it. */
  boolean mayRead(Campaign campaign);
}
