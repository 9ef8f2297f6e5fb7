package dev.latchkey.adapters.persistence;

import dev.latchkey.application.fixtures.PepperedTrail;
import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the MACs that the system adapter makes in the assembled server. */
@Factory
final class MacsOfTests {

  @Singleton
  ForAuthenticatingTheTrail macs() {
    return PepperedTrail.ofTests();
  }
}
