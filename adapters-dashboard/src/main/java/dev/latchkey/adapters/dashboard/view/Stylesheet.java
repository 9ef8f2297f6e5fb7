package dev.latchkey.adapters.dashboard.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one stylesheet. Its URL changes with its content, so a browser may keep it for good. */
public final class Stylesheet {

  private static final byte[] CONTENT = read();
  private static final String VERSION = fingerprint();

  private Stylesheet() {}

  public static byte[] content() {
    return CONTENT.clone();
  }

  public static String version() {
    return VERSION;
  }

  public static String href() {
    return "/dashboard/" + VERSION + ".css";
  }

  private static byte[] read() {
    try (InputStream css = Stylesheet.class.getResourceAsStream("dashboard.css")) {
      if (css == null) {
        throw new IllegalStateException("dashboard.css is missing from the jar");
      }
      return css.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
