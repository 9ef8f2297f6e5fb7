package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.RateVerdict.Exceeded;
import dev.latchkey.domain.key.RateVerdict.Within;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that is asked of an implementation of {@code ForLimitingRates}. */
@Untested(of = ForLimitingRates.class, says = "Counts as count does, without waiting for anything; empty, with "
    + "nothing counted, where that cannot be.", because = "That it does not wait: a call that returns does not "
        + "show what it did not wait for.")
@ExtendWith(NeverNull.class)
public interface ForLimitingRatesContract {

  RateLimit THRICE_A_MINUTE = new RateLimit(3, Duration.ofMinutes(1));
  Duration SHARE = Duration.ofSeconds(20);

  /** The limits to be tested: the same whenever this is called within one test. */
  ForLimitingRates rates();

  /** Lets time pass for them; without this, none does. */
  void pass(Duration time);

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request, if it is within the limit; one that is not uses "
      + "nothing up.")
  default void requestsWithinTheLimitAreCountedDown() {
    KeyId key = key();

    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(1, SHARE.multipliedBy(2)));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(0, SHARE.multipliedBy(3)));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(SHARE));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request, if it is within the limit; one that is not uses "
      + "nothing up.")
  default void aRequestBeyondTheLimitUsesNothingUp() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);
    for (int i = 0; i < 10; i++) {
      assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(SHARE));
    }

    pass(SHARE);

    assertThat(rates().count(key, THRICE_A_MINUTE)).isInstanceOf(Within.class);
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request, if it is within the limit; one that is not uses "
      + "nothing up.")
  default void whoWaitsAsLongAsToldIsWithinTheLimitAndWhoWaitsLessIsNot() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    pass(SHARE.minusNanos(1_000));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(Duration.ofNanos(1_000)));
    pass(Duration.ofNanos(1_000));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isInstanceOf(Within.class);
    assertThat(rates().count(key, THRICE_A_MINUTE)).isInstanceOf(Exceeded.class);
  }

  @Test
  default void theWholeLimitIsThereAgainAfterTheTimeToldAndNeverMoreThanThat() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    pass(SHARE.multipliedBy(3));
    assertThat(rates().foresee(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    pass(Duration.ofDays(3));
    assertThat(rates().foresee(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "What counting one request would give at this moment.")
  @Promise(of = ForLimitingRates.class, says = "Nothing is counted.")
  default void whatIsForeseenIsWhatCountingGivesAndCountsNothing() {
    KeyId key = key();
    for (int i = 0; i < 5; i++) {
      RateVerdict foreseen = rates().foresee(key, THRICE_A_MINUTE);
      for (int j = 0; j < 5; j++) {
        assertThat(rates().foresee(key, THRICE_A_MINUTE)).isEqualTo(foreseen);
      }

      assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(foreseen);
      pass(Duration.ofSeconds(3));
    }
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts as count does, without waiting for anything; empty, with "
      + "nothing counted, where that cannot be.")
  default void whatIsCountedAtOnceIsCountedAndWhatCannotBeIsNot() {
    KeyId key = key();
    for (int i = 0; i < 3; i++) {
      RateVerdict foreseen = rates().foresee(key, THRICE_A_MINUTE);
      Optional<RateVerdict> atOnce = rates().countAtOnce(key, THRICE_A_MINUTE);

      assertThat(atOnce.orElseGet(() -> rates().count(key, THRICE_A_MINUTE))).isEqualTo(foreseen);
    }

    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(SHARE));
    assertThat(rates().countAtOnce(key, THRICE_A_MINUTE).orElse(new Exceeded(SHARE))).isEqualTo(new Exceeded(SHARE));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Requests counted against the limits of keys.")
  default void everyKeyIsCountedForItself() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    assertThat(rates().count(key(), THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isInstanceOf(Exceeded.class);
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A changed limit begins anew.")
  default void aChangedLimitBeginsAnew() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    assertThat(rates().count(key, new RateLimit(4, Duration.ofMinutes(1))))
        .isEqualTo(new Within(3, Duration.ofSeconds(15)));
    assertThat(rates().count(key, new RateLimit(3, Duration.ofMinutes(2))))
        .isEqualTo(new Within(2, Duration.ofSeconds(40)));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request, if it is within the limit; one that is not uses "
      + "nothing up.")
  @Promise(of = ForLimitingRates.class, says = "Counts as count does, without waiting for anything; empty, with "
      + "nothing counted, where that cannot be.")
  default void ofManyRequestsAtOnceNoMoreThanTheLimitAreWithinIt() throws Exception {
    int each = 50;
    for (int round = 0; round < Race.ROUNDS; round++) {
      KeyId key = key();
      RateLimit limit = new RateLimit(100, Duration.ofDays(1));

      List<Long> within = Race.of(i -> () -> {
        long mine = 0;
        for (int j = 0; j < each; j++) {
          RateVerdict verdict = rates().countAtOnce(key, limit).orElseGet(() -> rates().count(key, limit));
          mine += verdict instanceof Within ? 1 : 0;
        }
        return mine;
      });

      assertThat(within.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    }
  }

  @Test
  default void theWidestAndTheNarrowestLimitsAreCountedToo() {
    RateLimit widest = new RateLimit(Integer.MAX_VALUE, Duration.ofSeconds(1));
    RateLimit narrowest = new RateLimit(1, Duration.ofDays(1));
    KeyId key = key();

    assertThat(rates().foresee(key, widest)).isInstanceOf(Within.class);
    assertThat(rates().count(key, widest))
        .isInstanceOfSatisfying(
            Within.class, within -> assertThat(within.remaining()).isEqualTo(Integer.MAX_VALUE - 1L));
    assertThat(rates().count(key, narrowest)).isEqualTo(new Within(0, Duration.ofDays(1)));
    assertThat(rates().count(key, narrowest)).isEqualTo(new Exceeded(Duration.ofDays(1)));
  }

  private void useUp(KeyId key, RateLimit limit) {
    for (int i = 0; i < limit.requests(); i++) {
      assertThat(rates().count(key, limit)).isInstanceOf(Within.class);
    }
  }

  private static KeyId key() {
    return new KeyId(NewIds.next());
  }
}
