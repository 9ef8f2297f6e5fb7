package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForLimitingSignIns}. */
@ExtendWith(NeverNull.class)
public interface ForLimitingSignInsContract {

  RateLimit TWICE_A_MINUTE = new RateLimit(2, Duration.ofMinutes(1));
  Duration SHARE = Duration.ofSeconds(30);

  /** The limits under test: the same instance for every call within one test. */
  ForLimitingSignIns signIns();

  /** Advances the time of the limits, which does not advance by itself. */
  void pass(Duration time);

  @Test
  @Promise(of = ForLimitingSignIns.class, says = "Counts one attempt if it is within the limit; an attempt beyond the "
      + "limit consumes nothing.")
  @Promise(of = ForLimitingSignIns.class, says = "@return the time to wait until another attempt is within the limit; "
      + "empty if this one was")
  default void attemptsAreCountedUntilTheLimitIsReachedAndAgainAfterTheTimeTold() {
    SignInSource source = source();

    assertThat(signIns().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(signIns().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(signIns().count(source, TWICE_A_MINUTE)).contains(SHARE);
    assertThat(signIns().count(source, TWICE_A_MINUTE)).contains(SHARE);
    pass(SHARE.minusNanos(1_000));
    assertThat(signIns().count(source, TWICE_A_MINUTE)).contains(Duration.ofNanos(1_000));
    pass(Duration.ofNanos(1_000));
    assertThat(signIns().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(signIns().count(source, TWICE_A_MINUTE)).contains(SHARE);
  }

  @Test
  @Promise(of = ForLimitingSignIns.class, says = "Attempts used become available again over the window, up to the "
      + "limit.")
  default void theWholeLimitIsThereAgainAfterItsWindowAndNeverMoreThanThat() {
    SignInSource source = source();
    signIns().count(source, TWICE_A_MINUTE);
    pass(Duration.ofHours(3));

    assertThat(signIns().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(signIns().count(source, TWICE_A_MINUTE)).isEmpty();
    assertThat(signIns().count(source, TWICE_A_MINUTE)).isPresent();
  }

  @Test
  @Promise(of = ForLimitingSignIns.class, says = "Returns what count would return now.")
  @Promise(of = ForLimitingSignIns.class, says = "Nothing is counted.")
  default void whatIsForeseenIsWhatCountingGivesAndCountsNothing() {
    SignInSource source = source();
    for (int i = 0; i < 3; i++) {
      Optional<Duration> foreseen = signIns().foresee(source, TWICE_A_MINUTE);
      assertThat(signIns().foresee(source, TWICE_A_MINUTE)).isEqualTo(foreseen);

      assertThat(signIns().count(source, TWICE_A_MINUTE)).isEqualTo(foreseen);
    }
  }

  @Test
  @Promise(of = ForLimitingSignIns.class, says = "Counters of attempts to sign in, with limits per source.")
  @Promise(of = ForLimitingSignIns.class, says = "Each limit is counted separately.")
  default void everySourceAndEveryLimitIsCountedForItself() {
    SignInSource source = source();
    signIns().count(source, TWICE_A_MINUTE);
    signIns().count(source, TWICE_A_MINUTE);

    assertThat(signIns().count(source(), TWICE_A_MINUTE)).isEmpty();
    assertThat(signIns().count(source, new RateLimit(3, Duration.ofMinutes(1)))).isEmpty();
    assertThat(signIns().count(source, TWICE_A_MINUTE)).isPresent();
  }

  private static SignInSource source() {
    return new SignInSource(Long.toHexString(NewIds.next()));
  }
}
