package dev.latchkey.domain.id;

/** Identifies an API key. In base62 it is the public handle inside the key, safe to log. */
public record KeyId(long value) implements Id {
  public KeyId {
    Id.requirePositive(value);
  }
}
