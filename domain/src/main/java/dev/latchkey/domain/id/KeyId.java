package dev.latchkey.domain.id;

/** Identifies an API key. Its base62 form is the public handle within the key and safe to log. */
public record KeyId(long value) implements Id {
  public KeyId {
    Id.requirePositive(value);
  }
}
