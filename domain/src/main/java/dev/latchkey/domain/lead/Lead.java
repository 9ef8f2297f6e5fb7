package dev.latchkey.domain.lead;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;

/**
 * Somebody a campaign calls. A campaign has one lead per phone number.
 *
 * @param answered whether a call reached them; set by whoever places the calls
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
