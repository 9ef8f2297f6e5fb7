package dev.latchkey.adapters.system;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A secret of this installation that is part of every seal. Its version allows replacing it. */
public final class Pepper {

  private static final int SHORTEST_IN_BYTES = 32;
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,16}");

  private final String version;
  private final byte[] bytes;

  /**
   * Creates a pepper.
   *
   * @param version 1 to 16 of {@code [A-Za-z0-9._-]}
   * @param bytes at least 32, unpredictable
   */
  public Pepper(String version, byte[] bytes) {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("A pepper's version is 1 to 16 letters, digits, dots, dashes or underscores");
    }
    if (bytes.length < SHORTEST_IN_BYTES) {
      throw new IllegalArgumentException("A pepper has at least " + SHORTEST_IN_BYTES + " bytes");
    }
    this.version = version;
    this.bytes = bytes.clone();
  }

  /**
   * Parses {@code version:base64} pairs separated by commas, the current one first.
   *
   * @throws IllegalArgumentException if the text is invalid; the message does not contain the secret
   */
  public static List<Pepper> listOf(String text) {
    List<Pepper> peppers = new ArrayList<>();
    for (String pair : text.split(",", -1)) {
      Pepper pepper = of(pair.strip());
      if (peppers.stream().anyMatch(other -> other.version.equals(pepper.version))) {
        throw new IllegalArgumentException("The pepper version " + pepper.version + " is there twice");
      }
      peppers.add(pepper);
    }
    return List.copyOf(peppers);
  }

  private static Pepper of(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("A pepper is written version:base64");
    }
    try {
      return new Pepper(pair.substring(0, colon), Base64.getDecoder().decode(pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage() != null && e.getMessage().startsWith("A pepper") ? e.getMessage() : "not base64";
      throw new IllegalArgumentException("The pepper before the colon \"" + pair.substring(0, colon) + "\": " + reason);
    }
  }

  String version() {
    return version;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Pepper[" + version + "]";
  }
}
