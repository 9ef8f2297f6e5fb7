package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForTellingTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** All that is asked of an implementation of {@code ForTellingTime}. */
public interface ForTellingTimeContract {

  ForTellingTime time();

  @Test
  default void theCurrentMomentIsInWholeMicroseconds() {
    ForTellingTime time = time();
    for (int i = 0; i < 1_000; i++) {
      Instant now = time.now();
      assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
  }
}
