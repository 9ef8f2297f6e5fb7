package dev.latchkey.domain.lead;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;

/**
 * A person whom a campaign calls. A campaign has one lead per phone number.
 *
 * @param answered whether a call reached the lead; set by the calling service
 */
public record Lead(
    LeadId id,
    CampaignId campaign,
    PhoneNumber phoneNumber,
    LeadDetails details,
    boolean doNotCall,
    boolean answered,
    Instant createdAt,
    Instant updatedAt) {

  public static Lead added(
      LeadId id, CampaignId campaign, PhoneNumber number, LeadDetails details, boolean doNotCall, Instant at) {
    return new Lead(id, campaign, number, details, doNotCall, false, at, at);
  }
}
