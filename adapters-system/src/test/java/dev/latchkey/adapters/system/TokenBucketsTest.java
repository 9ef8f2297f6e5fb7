package dev.latchkey.adapters.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.contracts.ForLimitingRatesContract;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest implements ForLimitingRatesContract {

  private final AtomicLong now = new AtomicLong();
  private final ForLimitingRates rates = new TokenBuckets(new TimeMeter() {
    @Override
    public long currentTimeNanos() {
      return now.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  });

  @Override
  public ForLimitingRates rates() {
    return rates;
  }

  @Override
  public void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void timePassesByItself() {
    ForLimitingRates real = new TokenBuckets();
    RateLimit often = new RateLimit(1_000, Duration.ofSeconds(1));
    while (real.count(new KeyId(1), often) instanceof RateVerdict.Within) {
      Thread.onSpinWait();
    }

    while (real.count(new KeyId(1), often) instanceof RateVerdict.Exceeded) {
      Thread.onSpinWait();
    }

    assertThat(real.foresee(new KeyId(2), often)).isInstanceOf(RateVerdict.Within.class);
  }
}
