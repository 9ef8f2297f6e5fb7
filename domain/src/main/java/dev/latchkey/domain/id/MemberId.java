package dev.latchkey.domain.id;

/** Identifies a person who works for a tenant. */
public record MemberId(long value) implements Id {
  public MemberId {
    Id.requirePositive(value);
  }
}
