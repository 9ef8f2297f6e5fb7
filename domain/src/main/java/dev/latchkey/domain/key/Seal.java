package dev.latchkey.domain.key;

import java.security.MessageDigest;
import java.util.Arrays;

/** A secret as it is stored: its HMAC-SHA-256 under a pepper that is not in the database. */
public final class Seal {

  private final String pepperVersion;
  private final byte[] mac;

  /**
   * Creates a seal from a computed or stored MAC.
   *
   * @param pepperVersion the version of the pepper that the MAC was computed with
   * @param mac 32 bytes
   */
  public Seal(String pepperVersion, byte[] mac) {
    this.pepperVersion = pepperVersion;
    this.mac = mac.clone();
  }

  public String pepperVersion() {
    return pepperVersion;
  }

  public byte[] mac() {
    return mac.clone();
  }

  /** Whether the bytes equal the MAC of this seal, compared in constant time. */
  public boolean hasMac(byte[] candidate) {
    return MessageDigest.isEqual(mac, candidate);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seal seal && pepperVersion.equals(seal.pepperVersion) && seal.hasMac(mac);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mac);
  }

  @Override
  public String toString() {
    return "Seal[" + pepperVersion + ", …]";
  }
}
