package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.contracts.system.ForTellingTimeContract;

class SystemClockTest implements ForTellingTimeContract {

  @Override
  public ForTellingTime time() {
    return new SystemClock();
  }
}
