package dev.latchkey.adapters.rest.campaign;

import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A campaign as it is returned after a change and in a list. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
record CampaignJson(String campaignId, String campaignName, String campaignType, String campaignStatus) {

  static CampaignJson of(Campaign campaign) {
    return new CampaignJson(
        PublicId.of(campaign.id()),
        campaign.plan().name().value(),
        campaign.plan().type().name(),
        campaign.status().name());
  }
}
