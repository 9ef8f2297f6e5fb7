package dev.latchkey.domain.id;

/** Identifies a lead within a campaign. */
public record LeadId(long value) implements Id {

  /** Stands for a text that is no lead id: no lead is ever found by it. */
  public static final LeadId UNKNOWN = new LeadId(Long.MAX_VALUE);

  public LeadId {
    Id.requirePositive(value);
  }
}
