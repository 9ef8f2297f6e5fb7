package dev.latchkey.domain.id;

/** Identifies a lead within a campaign. */
public record LeadId(long value) implements Id {
  public LeadId {
    Id.requirePositive(value);
  }
}
