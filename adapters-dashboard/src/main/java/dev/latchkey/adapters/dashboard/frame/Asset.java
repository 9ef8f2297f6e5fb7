package dev.latchkey.adapters.dashboard.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/** A static file that pages reference. Its URL changes with its content, so browsers may cache it without expiry. */
public enum Asset {
  STYLE("dashboard.css", ".css", "text/css;charset=utf-8"),
  SCRIPT("dashboard.js", ".js", "text/javascript;charset=utf-8"),
  KEY_CHECK("key-check.js", ".js", "text/javascript;charset=utf-8"),
  HTMX(inWebJar("htmx.org", "dist/htmx.min.js"), ".js", "text/javascript;charset=utf-8");

  private static final int NAME_BYTES = 8;

  @SuppressWarnings("ImmutableEnumChecker") // The array is never exposed.
  private final byte[] content;
  private final String name;
  private final String type;

  Asset(String path, String ending, String type) {
    this.content = read(path);
    this.name = fingerprint(content, NAME_BYTES) + ending;
    this.type = type;
  }

  /** Finds the asset whose URL ends with that name; empty where there is none. */
  public static Optional<Asset> named(String name) {
    return Arrays.stream(values()).filter(asset -> asset.name.equals(name)).findFirst();
  }

  public String href() {
    return "/dashboard/" + name;
  }

  public byte[] content() {
    return content.clone();
  }

  public String type() {
    return type;
  }

  private static String inWebJar(String artifact, String file) {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version", "") + "/" + file;
  }

  private static byte[] read(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = Asset.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + " is missing from the class path");
    }
    return in;
  }

  /** Returns the first bytes of the SHA-256 digest, in hexadecimal. */
  static String fingerprint(byte[] content, int bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
