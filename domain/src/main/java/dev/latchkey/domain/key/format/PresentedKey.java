package dev.latchkey.domain.key.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The text that a request presents as a key, before any validation. */
public final class PresentedKey {

  private final String text;

  public PresentedKey(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Returns a fault that copying left, such as quotation marks; empty if none is detected. */
  public Optional<CredentialFault> fault() {
    return CredentialFault.seenIn(text).or(() -> CredentialFault.separatorIn(text));
  }

  /** Returns the SHA-256 of the text, for comparison with another secret in constant time. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "PresentedKey[…]";
  }
}
