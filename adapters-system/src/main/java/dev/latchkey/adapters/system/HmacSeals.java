package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.Seal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Seals by HMAC-SHA-256. */
public final class HmacSeals implements ForSealingKeys {

  private final Pepper current;
  private final PepperedMac currentMac;
  private final Map<String, PepperedMac> macs;
  private final Seal nobodys;

  /**
   * Seals under the first pepper and verifies under all.
   *
   * @param peppers the current one first
   */
  public HmacSeals(List<Pepper> peppers) {
    this.current = peppers.getFirst();
    this.macs = peppers.stream().collect(Collectors.toUnmodifiableMap(Pepper::version, PepperedMac::new));
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
}
