package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.contracts.system.ForAuthenticatingTheTrailContract;
import java.util.SequencedMap;

class TrailMacsTest implements ForAuthenticatingTheTrailContract {

  @Override
  public ForAuthenticatingTheTrail authenticating(SequencedMap<String, byte[]> peppers) {
    return new TrailMacs(
        peppers.entrySet().stream().map(pepper -> new Pepper(pepper.getKey(), pepper.getValue())).toList());
  }
}
