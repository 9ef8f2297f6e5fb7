package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import java.net.InetAddress;
import java.util.Optional;

record EnteredCampaign(Campaign campaign, Permission permission, Actor actor, Optional<InetAddress> address)
    implements
      CampaignScope {}
