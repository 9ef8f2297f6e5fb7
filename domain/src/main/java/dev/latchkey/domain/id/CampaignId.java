package dev.latchkey.domain.id;

/** Identifies a voice campaign. */
public record CampaignId(long value) implements Id {

  /** Stands for a text that is no campaign id: it is judged like any id that nobody has. */
  public static final CampaignId UNKNOWN = new CampaignId(Long.MAX_VALUE);

  public CampaignId {
    Id.requirePositive(value);
  }
}
