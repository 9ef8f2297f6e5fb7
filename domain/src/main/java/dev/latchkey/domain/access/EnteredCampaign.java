package dev.latchkey.domain.access;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;

record EnteredCampaign(Campaign campaign, Permission permission, Actor actor) implements CampaignScope {}
