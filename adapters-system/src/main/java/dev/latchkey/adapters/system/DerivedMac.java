package dev.latchkey.adapters.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * HMAC-SHA-256 with a key that HKDF-SHA-256 (RFC 5869) derives from a pepper for one use. Each use has its own label,
 * so that a MAC of one use is not valid for another and is never the seal of a key.
 */
final class DerivedMac {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKey key;

  private DerivedMac(SecretKey key) {
    this.key = key;
  }

  /** Derives the key for the use that the label identifies. */
  static DerivedMac of(Pepper pepper, String label) {
    try {
      return new DerivedMac(
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  MAC,
                  HKDFParameterSpec.ofExtract()
                      .addIKM(pepper.bytes())
                      .thenExpand(label.getBytes(US_ASCII), KEY_BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform from 25 on has HKDF-SHA256", e);
    }
  }

  /** Returns the MAC in hexadecimal. */
  String of(byte[] input) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(input));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + MAC, e);
    }
  }

  @Override
  public String toString() {
    return "DerivedMac[…]";
  }
}
