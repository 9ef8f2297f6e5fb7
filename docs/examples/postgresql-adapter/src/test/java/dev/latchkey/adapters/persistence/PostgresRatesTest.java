package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.contracts.key.ForLimitingRatesContract;
import java.time.Duration;
import java.time.Instant;

class PostgresRatesTest implements ForLimitingRatesContract {

  private Instant now = Instant.now();

  @Override
  public ForLimitingRates rates() {
    return new PostgresRates(Postgres.shared().context().getBean(Database.class), () -> now);
  }

  @Override
  public ForLimitingRates anotherNodesRates() {
    return rates();
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
