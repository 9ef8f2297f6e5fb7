package dev.latchkey.domain.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** What somebody presents as a key, before anything about it is believed. */
public final class PresentedKey {

  private final String text;

  public PresentedKey(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** What a copy left around, in or in place of a key, such as quotation marks; empty where nothing of that is seen. */
  public Optional<CredentialFault> fault() {
    return CredentialFault.seenIn(text).or(() -> CredentialFault.separatorIn(text));
  }

  /** SHA-256 of what was presented, so that it can be compared with another secret in constant time. */
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
