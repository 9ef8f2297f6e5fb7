package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Untested;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForTellingTime}. */
@Untested(of = ForTellingTime.class, says = "The wall clock.", because = "It names the port. A test of the clock would "
    + "need another clock that is correct.")
@ExtendWith(NeverNull.class)
public interface ForTellingTimeContract {

  ForTellingTime time();

  @Test
  @Promise(of = ForTellingTime.class, says = "Returns the current time in UTC, in whole microseconds, which is the "
      + "precision of the store.")
  default void theCurrentMomentIsInWholeMicroseconds() {
    ForTellingTime time = time();
    for (int i = 0; i < 1_000; i++) {
      Instant now = time.now();
      assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
  }
}
