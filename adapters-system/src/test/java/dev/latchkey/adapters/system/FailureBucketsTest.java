package dev.latchkey.adapters.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.contracts.system.ForLimitingFailuresContract;
import dev.latchkey.domain.rate.SignInSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailureBucketsTest implements ForLimitingFailuresContract {

  private static final int FEW = 10;

  private final AtomicInteger dropped = new AtomicInteger();
  private final SettableMeter time = new SettableMeter();
  private final ForLimitingFailures failures = new FailureBuckets(time, FEW, dropped::incrementAndGet);

  @Override
  public ForLimitingFailures failures() {
    return failures;
  }

  @Override
  public void pass(Duration passed) {
    time.pass(passed);
  }

  @Test
  void sourcesBeyondTheMostThatAreKeptAreDroppedAndEachIsReported() {
    for (int i = 0; i < 3 * FEW; i++) {
      failures.count(new SignInSource("source " + i), TWICE_A_MINUTE);
    }

    assertThat(dropped).hasValue(2 * FEW);
  }

  @Test
  void aSourceThatIsOnlyLookedAtTakesNoRoom() {
    for (int i = 0; i < 3 * FEW; i++) {
      assertThat(failures.foresee(new SignInSource("source " + i), TWICE_A_MINUTE)).isEmpty();
    }

    assertThat(dropped).hasValue(0);
  }
}
