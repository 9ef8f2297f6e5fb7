package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.id.TenantId;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForAuthenticatingTheTrail}. */
@Untested(of = ForAuthenticatingTheTrail.class, says = "MACs of audit events and of the ends of their chains: HMAC-SHA-256 "
    + "under keys that are derived from the peppers for this use alone.", because = "How keys are derived is each "
        + "implementation's own; its test holds literal values.")
@ExtendWith(NeverNull.class)
public interface ForAuthenticatingTheTrailContract {

  TenantId TENANT = new TenantId(7);
  MacInput INPUT = MacInput.of(TENANT, new ChainHead(3, "ab".repeat(32)));

  /**
   * Creates an implementation with these peppers.
   *
   * @param peppers by version, the current one first
   */
  ForAuthenticatingTheTrail authenticating(SequencedMap<String, byte[]> peppers);

  @Test
  @Promise(of = ForAuthenticatingTheTrail.class, says = "Makes the MAC under the current pepper.")
  @Promise(of = ForAuthenticatingTheTrail.class, says = "The same input under the same pepper gives the same MAC.")
  default void theSameInputHasTheSameMacUnderTheCurrentPepper() {
    ChainMac mac = authenticating(PepperSamples.of("v2", "v1")).authenticate(INPUT);

    assertThat(mac).isEqualTo(authenticating(PepperSamples.of("v2", "v1")).authenticate(INPUT));
    assertThat(mac.keyVersion()).isEqualTo("v2");
    assertThat(mac.value()).matches("[0-9a-f]{64}");
  }

  @Test
  @Promise(of = ForAuthenticatingTheTrail.class, says = "Whether the MAC is the input's, under whichever pepper it was made, "
      + "compared in constant time.")
  default void aMacIsValidForItsInputAloneUnderWhicheverPepperItWasMade() {
    ForAuthenticatingTheTrail old = authenticating(PepperSamples.of("v1"));
    ForAuthenticatingTheTrail both = authenticating(PepperSamples.of("v2", "v1"));
    ChainMac mac = old.authenticate(INPUT);

    assertThat(both.check(INPUT, mac)).isEqualTo(MacFinding.VALID);
    for (MacInput other : List.of(
        MacInput.of(new TenantId(8), new ChainHead(3, INPUT.hash())),
        MacInput.of(TENANT, new ChainHead(4, INPUT.hash())),
        MacInput.of(TENANT, new ChainHead(3, "cd".repeat(32))),
        new MacInput("another label", TENANT, 3, INPUT.hash()))) {
      assertThat(both.check(other, mac)).as(other.toString()).isEqualTo(MacFinding.WRONG);
    }
    assertThat(both.check(INPUT, new ChainMac(mac.keyVersion(), ""))).isEqualTo(MacFinding.WRONG);
    assertThat(both.check(INPUT, new ChainMac("v2", mac.value())))
        .isEqualTo(MacFinding.WRONG);
  }

  @Test
  default void aMacUnderAPepperThatIsNotKnownHereIsNotChecked() {
    ChainMac mac = authenticating(PepperSamples.of("v2", "v1")).authenticate(INPUT);

    assertThat(authenticating(PepperSamples.of("v1")).check(INPUT, mac)).isEqualTo(MacFinding.UNKNOWN_PEPPER);
  }
}
