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
@Untested(of = ForAuthenticatingTheTrail.class, says = "MACs of audit events and of chain heads: HMAC-SHA-256 with "
    + "keys that are derived from the peppers for this purpose only.", because = "Each implementation derives keys in "
        + "its own way; its own test compares literal values.")
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
  @Promise(of = ForAuthenticatingTheTrail.class, says = "Computes the MAC with the current pepper.")
  @Promise(of = ForAuthenticatingTheTrail.class, says = "The same input with the same pepper gives the same MAC.")
  default void theSameInputHasTheSameMacUnderTheCurrentPepper() {
    ChainMac mac = authenticating(PepperSamples.of("v2", "v1")).authenticate(INPUT);

    assertThat(mac).isEqualTo(authenticating(PepperSamples.of("v2", "v1")).authenticate(INPUT));
    assertThat(mac.keyVersion()).isEqualTo("v2");
    assertThat(mac.value()).matches("[0-9a-f]{64}");
  }

  @Test
  @Promise(of = ForAuthenticatingTheTrail.class, says = "Checks in constant time whether the MAC is that of the input, "
      + "regardless of the pepper with which it was computed.")
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
  @Promise(of = ForAuthenticatingTheTrail.class, says = "A MAC whose pepper is unknown to this node is neither valid "
      + "nor wrong.")
  default void aMacUnderAPepperThatIsNotKnownHereIsNotChecked() {
    ChainMac mac = authenticating(PepperSamples.of("v2", "v1")).authenticate(INPUT);

    assertThat(authenticating(PepperSamples.of("v1")).check(INPUT, mac)).isEqualTo(MacFinding.UNKNOWN_PEPPER);
  }
}
