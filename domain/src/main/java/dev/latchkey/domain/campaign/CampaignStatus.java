package dev.latchkey.domain.campaign;

/** The progress of a campaign. A new campaign is a draft. */
public enum CampaignStatus {
  DRAFT,
  ACTIVE,
  PAUSED,
  COMPLETED
}
