package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.rate.RateVerdict.Exceeded;
import dev.latchkey.domain.rate.RateVerdict.Within;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForLimitingRates}. */
@Untested(of = ForLimitingRates.class, says = "Counts as count does, without waiting for anything; empty, with nothing "
    + "counted, if that is not possible.", because = "That it does not wait: a test cannot observe this.")
@ExtendWith(NeverNull.class)
public interface ForLimitingRatesContract {

  RateLimit THRICE_A_MINUTE = new RateLimit(3, Duration.ofMinutes(1));
  Duration SHARE = Duration.ofSeconds(20);
  RateLimit HUNDRED_A_SECOND = new RateLimit(1_000, Duration.ofSeconds(10));

  /** The number of requests that a node may reserve in advance. */
  int PART = HUNDRED_A_SECOND.requests() / ForLimitingRates.PARTS;

  /** The limits under test: the same instance for every call within one test. */
  ForLimitingRates rates();

  /** The same limits as another node counts them on the same store. */
  ForLimitingRates anotherNodesRates();

  /** Advances the time of both, which does not advance by itself. */
  void pass(Duration time);

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request if it is within the limit; a request beyond the "
      + "limit consumes nothing.")
  default void requestsWithinTheLimitAreCountedDown() {
    KeyId key = key();

    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(1, SHARE.multipliedBy(2)));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(0, SHARE.multipliedBy(3)));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(SHARE));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request if it is within the limit; a request beyond the "
      + "limit consumes nothing.")
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
  @Promise(of = ForLimitingRates.class, says = "Counts one request if it is within the limit; a request beyond the "
      + "limit consumes nothing.")
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
  @Promise(of = ForLimitingRates.class, says = "Requests used become available again evenly over the window, up to "
      + "the limit.")
  default void theWholeLimitIsThereAgainAfterTheTimeToldAndNeverMoreThanThat() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    pass(SHARE.multipliedBy(3));
    assertThat(rates().foresee(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    pass(Duration.ofDays(3));
    assertThat(rates().foresee(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Returns what count would return now.")
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
      + "nothing counted, if that is not possible.")
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
  @Promise(of = ForLimitingRates.class, says = "Rate limits of keys, counted across all nodes.")
  default void everyKeyIsCountedForItself() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    assertThat(rates().count(key(), THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isInstanceOf(Exceeded.class);
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A key has one bucket, regardless of its limit: when the limit changes, "
      + "the number of requests used remains used, up to twice the new limit.")
  default void whatWasUsedStaysUsedUnderALowerLimitAndUnderTheOldOneAgain() {
    KeyId key = key();
    RateLimit five = new RateLimit(5, Duration.ofMinutes(1));
    RateLimit four = new RateLimit(4, Duration.ofMinutes(1));
    for (int i = 0; i < 4; i++) {
      rates().count(key, five);
    }

    assertThat(rates().count(key, four)).isEqualTo(new Exceeded(Duration.ofSeconds(15)));
    assertThat(anotherNodesRates().count(key, four)).isEqualTo(new Exceeded(Duration.ofSeconds(15)));
    assertThat(rates().count(key, five)).isEqualTo(new Within(0, Duration.ofMinutes(1)));
    assertThat(rates().count(key, four)).isEqualTo(new Exceeded(Duration.ofSeconds(30)));
    assertThat(anotherNodesRates().count(key, five)).isEqualTo(new Exceeded(Duration.ofSeconds(12)));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A key has one bucket, regardless of its limit: when the limit changes, "
      + "the number of requests used remains used, up to twice the new limit.")
  default void whatWasUsedStaysUsedUnderAHigherLimit() {
    KeyId key = key();
    useUp(key, THRICE_A_MINUTE);

    assertThat(rates().foresee(key, new RateLimit(6, Duration.ofMinutes(1))))
        .isEqualTo(new Within(2, Duration.ofSeconds(40)));
    assertThat(anotherNodesRates().count(key, new RateLimit(6, Duration.ofMinutes(1))))
        .isEqualTo(new Within(2, Duration.ofSeconds(40)));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A key has one bucket, regardless of its limit: when the limit changes, "
      + "the number of requests used remains used, up to twice the new limit.")
  default void fromTheChangeOnWhatWasUsedComesBackByTheNewLimitAlsoWhileItIsUsedUp() {
    KeyId key = key();
    RateLimit slower = new RateLimit(3, Duration.ofMinutes(60));
    useUp(key, THRICE_A_MINUTE);
    assertThat(rates().count(key, slower)).isEqualTo(new Exceeded(Duration.ofMinutes(20)));

    pass(Duration.ofMinutes(19));

    assertThat(rates().count(key, slower)).isEqualTo(new Exceeded(Duration.ofMinutes(1)));
    assertThat(anotherNodesRates().count(key, slower)).isEqualTo(new Exceeded(Duration.ofMinutes(1)));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A key has one bucket, regardless of its limit: when the limit changes, "
      + "the number of requests used remains used, up to twice the new limit.")
  default void aLimitThatIsMuchLowerKeepsAKeyWaitingForLittleMoreThanItsWindow() {
    KeyId key = key();
    RateLimit many = new RateLimit(60, Duration.ofMinutes(1));
    RateLimit few = new RateLimit(4, Duration.ofMinutes(1));
    useUp(key, many);

    assertThat(rates().count(key, few)).isEqualTo(new Exceeded(Duration.ofSeconds(75)));
    pass(Duration.ofSeconds(75));
    assertThat(rates().count(key, few)).isInstanceOf(Within.class);
    assertThat(rates().count(key, few)).isInstanceOf(Exceeded.class);
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A key has one bucket, regardless of its limit: when the limit changes, "
      + "the number of requests used remains used, up to twice the new limit.")
  default void whatNodesHaveInHandDoesNotOutliveAChange() {
    KeyId key = key();
    letThrough(key, HUNDRED_A_SECOND, rates(), anotherNodesRates());
    RateLimit lower = new RateLimit(900, HUNDRED_A_SECOND.window());

    assertThat(letThrough(key, lower, rates(), anotherNodesRates())).isZero();
    assertThat(letThrough(key, HUNDRED_A_SECOND, rates(), anotherNodesRates())).isZero();
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request if it is within the limit; a request beyond the "
      + "limit consumes nothing.")
  @Promise(of = ForLimitingRates.class, says = "Counts as count does, without waiting for anything; empty, with "
      + "nothing counted, if that is not possible.")
  default void ofManyRequestsAtOnceNoMoreThanTheLimitAreWithinIt() throws Exception {
    int each = 50;
    for (int round = 0; round < Race.ROUNDS; round++) {
      KeyId key = key();
      RateLimit limit = new RateLimit(100, Duration.ofDays(1));

      List<Long> within = Race.of(i -> () -> {
        long mine = 0;
        for (int j = 0; j < each; j++) {
          mine += counted(rates(), key, limit) instanceof Within ? 1 : 0;
        }
        return mine;
      });

      assertThat(within.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    }
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Rate limits of keys, counted across all nodes.")
  @Promise(of = ForLimitingRates.class, says = "A limit of fewer than 100 requests is enforced exactly.")
  default void whatOneNodeCountedIsCountedForTheOthersToo() {
    KeyId key = key();

    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(anotherNodesRates().foresee(key, THRICE_A_MINUTE)).isEqualTo(new Within(1, SHARE.multipliedBy(2)));
    assertThat(anotherNodesRates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(1, SHARE.multipliedBy(2)));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Within(0, SHARE.multipliedBy(3)));
    assertThat(anotherNodesRates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(SHARE));
    assertThat(rates().count(key, THRICE_A_MINUTE)).isEqualTo(new Exceeded(SHARE));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "A limit of fewer than 100 requests is enforced exactly.")
  default void ofALimitBelowAHundredTwoNodesLetThroughNoMoreAndNoFewer() throws Exception {
    RateLimit limit = new RateLimit(99, Duration.ofDays(1));
    for (int round = 0; round < Race.ROUNDS; round++) {
      KeyId key = key();

      List<Long> within = Race.of(i -> () -> {
        ForLimitingRates mine = i % 2 == 0 ? rates() : anotherNodesRates();
        return IntStream.range(0, 50).filter(_ -> counted(mine, key, limit) instanceof Within).count();
      });

      assertThat(within.stream().mapToLong(Long::longValue).sum()).isEqualTo(99);
    }
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "The number of equal parts of a limit, one of which a node reserves in "
      + "advance.")
  @Promise(of = ForLimitingRates.class, says = "Of a larger limit, each node may reserve one fiftieth in advance and "
      + "grants these requests regardless of the other nodes: for each node, the limit may be exceeded by this amount, "
      + "or appear exhausted too early by it.")
  default void theLimitIsExceededByNoMoreThanNodesTakeInAdvance() {
    KeyId key = key();
    for (int i = 0; i < 3; i++) {
      counted(rates(), key, HUNDRED_A_SECOND);
      counted(anotherNodesRates(), key, HUNDRED_A_SECOND);
    }

    // The whole limit is available again, in addition to the requests that both nodes have reserved.
    pass(Duration.ofSeconds(1));

    assertThat(letThrough(key, HUNDRED_A_SECOND, rates(), anotherNodesRates())).isBetween(1_000L - 2L * PART,
        1_000L + 2L * PART);
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Of a larger limit, each node may reserve one fiftieth in advance and "
      + "grants these requests regardless of the other nodes: for each node, the limit may be exceeded by this amount, "
      + "or appear exhausted too early by it.")
  default void toANodeTheLimitSeemsUsedUpNoEarlierThanByWhatAnotherTookInAdvance() {
    KeyId key = key();
    for (int i = 0; i < 3; i++) {
      counted(anotherNodesRates(), key, HUNDRED_A_SECOND);
    }

    long here = letThrough(key, HUNDRED_A_SECOND, rates());

    assertThat(here).isBetween(1_000L - 3 - PART, 1_000L - 3);
    assertThat(here + 3 + letThrough(key, HUNDRED_A_SECOND, anotherNodesRates())).isEqualTo(1_000);
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "Counts one request if it is within the limit; a request beyond the "
      + "limit consumes nothing.")
  default void theWidestAndTheNarrowestLimitsAreCountedToo() {
    RateLimit widest = new RateLimit(Integer.MAX_VALUE, Duration.ofSeconds(1));
    RateLimit narrowest = new RateLimit(1, Duration.ofDays(1));
    KeyId key = key();
    KeyId other = key();

    assertThat(rates().foresee(key, widest)).isInstanceOf(Within.class);
    assertThat(rates().count(key, widest))
        .isInstanceOfSatisfying(
            Within.class, within -> assertThat(within.remaining()).isEqualTo(Integer.MAX_VALUE - 1L));
    assertThat(rates().count(other, narrowest)).isEqualTo(new Within(0, Duration.ofDays(1)));
    assertThat(rates().count(other, narrowest)).isEqualTo(new Exceeded(Duration.ofDays(1)));
  }

  /** Returns the number of admitted requests, by the nodes in turn, until all of them refuse. */
  private static long letThrough(KeyId key, RateLimit limit, ForLimitingRates... nodes) {
    long within = 0;
    while (true) {
      long more = Arrays.stream(nodes).filter(node -> counted(node, key, limit) instanceof Within).count();
      if (more == 0) {
        return within;
      }
      within += more;
    }
  }

  private static RateVerdict counted(ForLimitingRates rates, KeyId key, RateLimit limit) {
    return rates.countAtOnce(key, limit).orElseGet(() -> rates.count(key, limit));
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
