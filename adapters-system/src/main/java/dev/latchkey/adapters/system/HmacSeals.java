package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.Seal;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals by HMAC-SHA-256. */
public final class HmacSeals implements ForSealingKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private final Pepper current;
  private final Mac currentMac;
  private final Map<String, Mac> macs;
  private final Seal nobodys;

  /**
   * Seals under the first pepper and verifies under all.
   *
   * @param peppers the current one first
   */
  public HmacSeals(List<Pepper> peppers) {
    this.current = peppers.getFirst();
    this.currentMac = mac(current);
    this.macs = peppers.stream().collect(Collectors.toUnmodifiableMap(Pepper::version, HmacSeals::mac));
    this.nobodys = new Seal(current.version(), new byte[currentMac.getMacLength()]);
  }

  @Override
  public Seal seal(KeySecret secret) {
    return new Seal(current.version(), hmac(currentMac, secret));
  }

  @Override
  public boolean matches(KeySecret secret, Optional<Seal> seal) {
    Optional<Mac> known = seal.map(s -> macs.get(s.pepperVersion()));
    byte[] computed = hmac(known.orElse(currentMac), secret);
    return seal.orElse(nobodys).hasMac(computed) && known.isPresent();
  }

  @Override
  public Set<String> pepperVersions() {
    return macs.keySet();
  }

  private static byte[] hmac(Mac mac, KeySecret secret) {
    try {
      // A copy that carries the pepper already costs half of what a new one does, and needs no lock.
      return ((Mac) mac.clone()).doFinal(secret.reveal());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's HMAC can be copied", e);
    }
  }

  private static Mac mac(Pepper pepper) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(pepper.bytes(), ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
