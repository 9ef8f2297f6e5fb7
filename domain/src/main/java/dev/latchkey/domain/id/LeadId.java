package dev.latchkey.domain.id;

/** Identifies a lead within a campaign. */
public record LeadId(long value) implements Id {

  /** Represents a text that is not a lead id. No lead has this id. */
  public static final LeadId UNKNOWN = new LeadId(Long.MAX_VALUE);

  public LeadId {
    Id.requirePositive(value);
  }
}
