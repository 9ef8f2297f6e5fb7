package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.net.InetAddress;
import java.util.Optional;

/** Proof that a permission may be used on a campaign. Created only by {@link AccessPolicy#enter}. */
public sealed interface CampaignScope extends CampaignEntry permits EnteredCampaign {

  Campaign campaign();

  /** The permission that the scope was granted for. */
  Permission permission();

  Actor actor();

  /** The client's address; empty if unknown. */
  Optional<InetAddress> address();

  default CampaignId id() {
    return campaign().id();
  }

  default TenantId tenant() {
    return campaign().tenant();
  }
}
