package dev.latchkey.adapters.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Authenticates the audit trail with keys that are derived from the peppers. */
public final class TrailMacs implements ForAuthenticatingTheTrail {

  private static final String LABEL = "latchkey audit mac v1";

  private final String current;
  private final Map<String, DerivedMac> macs;

  /**
   * Authenticates under the first pepper and checks under all peppers.
   *
   * @param peppers the current one first
   */
  public TrailMacs(List<Pepper> peppers) {
    this.current = peppers.getFirst().version();
    this.macs = peppers.stream()
        .collect(Collectors.toUnmodifiableMap(Pepper::version, pepper -> DerivedMac.of(pepper, LABEL)));
  }

  @Override
  public ChainMac authenticate(MacInput input) {
    return new ChainMac(current, Objects.requireNonNull(macs.get(current)).of(input.bytes()));
  }

  @Override
  public MacFinding check(MacInput input, ChainMac mac) {
    DerivedMac known = macs.get(mac.keyVersion());
    if (known == null) {
      return MacFinding.UNKNOWN_PEPPER;
    }
    boolean same = MessageDigest.isEqual(known.of(input.bytes()).getBytes(UTF_8), mac.value().getBytes(UTF_8));
    return same ? MacFinding.VALID : MacFinding.WRONG;
  }
}
