package dev.latchkey.domain.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The token that a browser presents for its session. Only its digest is stored. */
public final class SessionToken {

  private final String text;

  /**
   * Creates a token from a generated or presented text.
   *
   * @param text unpredictable, with at least 128 bits of entropy
   */
  public SessionToken(String text) {
    this.text = text;
  }

  public String reveal() {
    return text;
  }

  /** Returns the SHA-256 in hexadecimal, under which the session is stored and found. */
  public String digest() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SessionToken[…]";
  }
}
