package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.contracts.system.ForSealingKeysContract;
import java.util.SequencedMap;

class HmacSealsTest implements ForSealingKeysContract {

  @Override
  public ForSealingKeys knowing(SequencedMap<String, byte[]> peppers) {
    return new HmacSeals(
        peppers.entrySet().stream().map(pepper -> new Pepper(pepper.getKey(), pepper.getValue())).toList());
  }
}
