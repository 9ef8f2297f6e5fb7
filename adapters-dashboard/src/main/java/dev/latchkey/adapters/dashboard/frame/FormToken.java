package dev.latchkey.adapters.dashboard.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that proves that a form was sent from a page of this service: a cookie and a hidden field have the same value
 * (double submit).
 */
public final class FormToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final String text;

  private FormToken(String text) {
    this.text = text;
  }

  public static FormToken fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads a token that a browser sent; empty where it does not have the format of a token. */
  public static Optional<FormToken> of(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new FormToken(text)) : Optional.empty();
  }

  /** Returns the token in plain text, for the cookie and the form. */
  public String reveal() {
    return text;
  }

  /** Returns whether both are equal, compared in constant time. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "FormToken[…]";
  }
}
