package dev.latchkey.adapters.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.Seal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
}
