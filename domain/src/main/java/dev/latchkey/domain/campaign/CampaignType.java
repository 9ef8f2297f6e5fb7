package dev.latchkey.domain.campaign;

/** Whether a campaign answers calls or makes them; fixed for the campaign's life. */
public enum CampaignType {
  INBOUND,
  OUTBOUND
}
