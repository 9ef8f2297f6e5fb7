package dev.latchkey.adapters.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.KeySecret;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals keys with HMAC-SHA-256. */
public final class HmacSeals implements ForSealingKeys {

  private static final String CHECK_LABEL = "latchkey pepper check v1";

  private final Pepper current;
  private final PepperedMac currentMac;
  private final Map<String, PepperedMac> macs;
  private final Map<String, String> checkValues;
  private final Seal nobodys;

  /**
   * Creates seals under the first pepper and verifies under all peppers.
   *
   * @param peppers the current one first
   */
  public HmacSeals(List<Pepper> peppers) {
    this.current = peppers.getFirst();
    this.macs = peppers.stream().collect(Collectors.toUnmodifiableMap(Pepper::version, PepperedMac::new));
    this.checkValues = peppers.stream().collect(Collectors.toUnmodifiableMap(Pepper::version, HmacSeals::checkValue));
    this.currentMac = Objects.requireNonNull(macs.get(current.version()));
    this.nobodys = new Seal(current.version(), new byte[PepperedMac.BYTES]);
  }

  @Override
  public Seal seal(KeySecret secret) {
    return new Seal(current.version(), currentMac.of(secret));
  }

  @Override
  public boolean matches(KeySecret secret, Optional<Seal> seal) {
    Optional<PepperedMac> known = seal.map(s -> macs.get(s.pepperVersion()));
    byte[] computed = known.orElse(currentMac).of(secret);
    return seal.orElse(nobodys).hasMac(computed) && known.isPresent();
  }

  @Override
  public Set<String> pepperVersions() {
    return macs.keySet();
  }

  @Override
  public String checkValue(String pepperVersion) {
    return Objects.requireNonNull(checkValues.get(pepperVersion), "A pepper that is not known here has no check value");
  }

  private static String checkValue(Pepper pepper) {
    return DerivedMac.of(pepper, CHECK_LABEL).of(pepper.version().getBytes(US_ASCII));
  }

  /**
   * HMAC-SHA-256 under one pepper. One idle instance is kept for reuse, which halves the cost of a computation. At most
   * one is kept regardless of the number of threads, and no thread waits for another.
   */
  private static final class PepperedMac {

    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac pattern;
    private final AtomicReference<@Nullable Mac> idle;

    PepperedMac(Pepper pepper) {
      try {
        this.pattern = Mac.getInstance(ALGORITHM);
        pattern.init(new SecretKeySpec(pepper.bytes(), ALGORITHM));
      } catch (NoSuchAlgorithmException | InvalidKeyException e) {
        throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
      }
      this.idle = new AtomicReference<>(copy());
    }

    byte[] of(KeySecret secret) {
      Mac taken = idle.getAndSet(null);
      Mac mac = taken == null ? copy() : taken;
      byte[] result = mac.doFinal(secret.reveal());
      idle.set(mac);
      return result;
    }

    private Mac copy() {
      try {
        return (Mac) pattern.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("The platform's HMAC can be copied", e);
      }
    }

    @Override
    public String toString() {
      return "PepperedMac[…]";
    }
  }
}
