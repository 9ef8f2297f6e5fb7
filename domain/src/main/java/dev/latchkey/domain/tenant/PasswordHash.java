package dev.latchkey.domain.tenant;

/** A password as it is stored: an Argon2id string with its own salt and cost (PHC format). */
public final class PasswordHash {

  private final String encoded;

  public PasswordHash(String encoded) {
    this.encoded = encoded;
  }

  public String encoded() {
    return encoded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash hash && encoded.equals(hash.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
