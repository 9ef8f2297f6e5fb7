package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.net.InetAddress;
import java.util.Optional;

/** Proof that somebody may use a permission on a campaign. Only {@link Caller#enter} gives one out. */
public sealed interface CampaignScope extends CampaignEntry permits EnteredCampaign {

  Campaign campaign();

  /** What was asked for when the scope was given. */
  Permission permission();

  Actor actor();

  /** Where the request came from; empty where that is not known. */
  Optional<InetAddress> address();

  default CampaignId id() {
    return campaign().id();
  }

  default TenantId tenant() {
    return campaign().tenant();
  }
}
