package dev.latchkey.domain.campaign;

/** Whether a campaign receives calls or makes them. It never changes. */
public enum CampaignType {
  INBOUND,
  OUTBOUND
}
