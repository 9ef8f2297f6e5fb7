package dev.latchkey.domain.id;

/** Identifies a voice campaign. */
public record CampaignId(long value) implements Id {

  /** Represents a text that is not a campaign id. It is treated like any unassigned id. */
  public static final CampaignId UNKNOWN = new CampaignId(Long.MAX_VALUE);

  public CampaignId {
    Id.requirePositive(value);
  }
}
