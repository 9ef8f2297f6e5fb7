package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.contracts.key.ForLimitingRatesContract;
import java.time.Duration;
import java.time.Instant;

class MvRatesTest implements ForLimitingRatesContract {

  private Instant now = Instant.now();

  @Override
  public ForLimitingRates rates() {
    return new MvRates(StoreOfTests.shared().store(), () -> now);
  }

  /** There is only one process, so the other node is another object on the same store. */
  @Override
  public ForLimitingRates anotherNodesRates() {
    return rates();
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
