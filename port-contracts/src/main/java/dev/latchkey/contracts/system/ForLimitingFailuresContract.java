package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForLimitingFailures}. */
@ExtendWith(NeverNull.class)
public interface ForLimitingFailuresContract {

  RateLimit TWICE_A_MINUTE = new RateLimit(2, Duration.ofMinutes(1));

  /** The limits under test: the same instance for every call within one test. */
  ForLimitingFailures failures();

  /** Advances the time of the limits, which does not advance by itself. */
  void pass(Duration time);

  @Test
  @Promise(of = ForLimitingFailures.class, says = "Counts one event if it is within the limit; an event beyond the "
      + "limit consumes nothing.")
  @Promise(of = ForLimitingFailures.class, says = "@return the time to wait until another event is within the limit; "
      + "empty if this one was")
  default void failuresAreCountedUntilTheLimitIsReachedAndAgainAfterTheTimeReturned() {
    SignInSource source = source();

    assertThat(failures().count(source, TWICE_A_MINUTE)).isEmpty();
    pass(Duration.ofSeconds(20));
    assertThat(failures().count(source, TWICE_A_MINUTE)).isEmpty();
    Duration wait = failures().count(source, TWICE_A_MINUTE).orElseThrow();
    assertThat(wait).isEqualTo(Duration.ofSeconds(40));
    assertThat(failures().count(source, TWICE_A_MINUTE)).contains(wait);
    pass(wait.minusNanos(1_000));
    assertThat(failures().count(source, TWICE_A_MINUTE)).contains(Duration.ofNanos(1_000));
    pass(Duration.ofNanos(1_000));
    assertThat(failures().count(source, TWICE_A_MINUTE)).isEmpty();
  }

  @Test
  @Promise(of = ForLimitingFailures.class, says = "Each limit is counted separately, and its full number is available "
      + "again when its window ends.")
  default void theWholeNumberIsThereAgainWhenTheWindowEndsAndNoMoreThanThat() {
    SignInSource source = source();
    failures().count(source, TWICE_A_MINUTE);
    failures().count(source, TWICE_A_MINUTE);
    assertThat(failures().count(source, new RateLimit(3, Duration.ofMinutes(1)))).isEmpty();
    pass(Duration.ofMinutes(1));

    assertThat(failures().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(failures().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(failures().count(source, TWICE_A_MINUTE)).isPresent();
  }

  @Test
  @Promise(of = ForLimitingFailures.class, says = "Returns what count would return now.")
  @Promise(of = ForLimitingFailures.class, says = "Nothing is counted.")
  @Promise(of = ForLimitingFailures.class, says = "Never waits and never fails.")
  default void whatIsForeseenIsWhatCountingGivesAndCountsNothing() {
    SignInSource source = source();
    for (int i = 0; i < 3; i++) {
      Optional<Duration> foreseen = failures().foresee(source, TWICE_A_MINUTE);
      assertThat(failures().foresee(source, TWICE_A_MINUTE)).isEqualTo(foreseen);

      assertThat(failures().count(source, TWICE_A_MINUTE)).isEqualTo(foreseen);
    }
  }

  @Test
  @Promise(of = ForLimitingFailures.class, says = "Counters of failed authentications, and of the lookups that lead to "
      + "them, with limits per source.")
  default void everySourceIsCountedForItself() {
    SignInSource source = source();
    failures().count(source, TWICE_A_MINUTE);
    failures().count(source, TWICE_A_MINUTE);

    assertThat(failures().count(source(), TWICE_A_MINUTE)).isEmpty();
    assertThat(failures().count(source, TWICE_A_MINUTE)).isPresent();
  }

  private static SignInSource source() {
    return new SignInSource(Long.toHexString(NewIds.next()));
  }
}
