package dev.latchkey.domain.key.format;

import dev.latchkey.domain.id.KeyId;

/** A whole key in clear text: shown once to its holder, and the result of parsing a well-formed presented key. */
public final class PlainKey {

  private final Environment environment;
  private final KeyId id;
  private final KeySecret secret;

  public PlainKey(Environment environment, KeyId id, KeySecret secret) {
    this.environment = environment;
    this.id = id;
    this.secret = secret;
  }

  public Environment environment() {
    return environment;
  }

  public KeyId id() {
    return id;
  }

  public KeySecret secret() {
    return secret;
  }

  /** Returns the key's text, which its holder is shown only once. */
  public String reveal() {
    return KeyFormat.write(this);
  }

  public MaskedKey mask() {
    return MaskedKey.of(this);
  }

  @Override
  public String toString() {
    return "PlainKey[" + mask().value() + "]";
  }
}
