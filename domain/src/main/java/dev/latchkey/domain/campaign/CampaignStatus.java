package dev.latchkey.domain.campaign;

/** How far a campaign has come. A new one is a draft. */
public enum CampaignStatus {
  DRAFT,
  ACTIVE,
  PAUSED,
  COMPLETED
}
