package dev.latchkey.adapters.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.contracts.key.ForLimitingRatesContract;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesInMemoryTest implements ForLimitingRatesContract {

  private final AtomicLong nanos = new AtomicLong();
  private final RatesInMemory rates = new RatesInMemory(nanos::get);

  @Override
  public ForLimitingRates rates() {
    return rates;
  }

  /** There is no other node: this adapter is for an installation with one server. */
  @Override
  public ForLimitingRates anotherNodesRates() {
    return rates;
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void keysOfWhichNothingIsUsedTakeNoMemory() {
    RateLimit limit = new RateLimit(3, Duration.ofMinutes(1));
    rates.count(new KeyId(1), limit);
    pass(Duration.ofSeconds(10));
    rates.count(new KeyId(2), limit);

    pass(Duration.ofSeconds(10));

    assertThat(rates.forgetUnused()).isEqualTo(1);
    assertThat(rates.foresee(new KeyId(2), limit))
        .isNotEqualTo(rates.foresee(new KeyId(1), limit));
  }
}
