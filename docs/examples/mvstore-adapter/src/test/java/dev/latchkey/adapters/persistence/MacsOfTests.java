package dev.latchkey.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Stands in for what the system adapter does in the assembled server. */
@Factory
final class MacsOfTests {

  @Singleton
  ForAuthenticatingTheTrail macs() {
    return new ForAuthenticatingTheTrail() {

      @Override
      public ChainMac authenticate(MacInput input) {
        byte[] keyed = ("key of tests" + new String(input.bytes(), UTF_8)).getBytes(UTF_8);
        return new ChainMac("v1", UUID.nameUUIDFromBytes(keyed).toString());
      }

      @Override
      public MacFinding check(MacInput input, ChainMac mac) {
        return authenticate(input).equals(mac) ? MacFinding.VALID : MacFinding.WRONG;
      }
    };
  }
}
