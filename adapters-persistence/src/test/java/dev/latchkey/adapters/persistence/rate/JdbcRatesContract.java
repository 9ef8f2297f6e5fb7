package dev.latchkey.adapters.persistence.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.adapters.persistence.pruning.PrunedTables;
import dev.latchkey.adapters.persistence.pruning.Pruning;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.contracts.key.ForLimitingRatesContract;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict.Exceeded;
import dev.latchkey.domain.rate.RateVerdict.Within;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract, and what is particular to buckets in rows and to tokens in hand. */
interface JdbcRatesContract extends ForLimitingRatesContract {

  JdbcStore store();

  RateNodes nodes();

  @Override
  default ForLimitingRates rates() {
    return nodes().one;
  }

  @Override
  default ForLimitingRates anotherNodesRates() {
    return nodes().another;
  }

  @Override
  default void pass(Duration time) {
    nodes().pass(time);
  }

  @Test
  default void aBusyKeyTakesALeaseOfTokensAndSpendsThemWithoutTheStore() {
    KeyId key = new KeyId(Shop.nextId());
    assertThat(rates().countAtOnce(key, HUNDRED_A_SECOND)).isEmpty();
    assertThat(rates().count(key, HUNDRED_A_SECOND)).isEqualTo(new Within(999, Duration.ofMillis(10)));
    assertThat(rates().countAtOnce(key, HUNDRED_A_SECOND)).isEmpty();
    assertThat(rates().count(key, HUNDRED_A_SECOND)).isEqualTo(new Within(998, Duration.ofMillis(20)));

    for (int i = 2; i <= PART; i++) {
      assertThat(rates().countAtOnce(key, HUNDRED_A_SECOND))
          .contains(new Within(999 - i, Duration.ofMillis(10 * (i + 1))));
    }

    assertThat(rates().countAtOnce(key, HUNDRED_A_SECOND)).isEmpty();
  }

  @Test
  default void ofAKeyThatIsUsedNowAndThenNothingIsTakenInAdvance() {
    KeyId key = new KeyId(Shop.nextId());
    for (int i = 0; i < 3; i++) {
      assertThat(rates().countAtOnce(key, HUNDRED_A_SECOND)).isEmpty();
      assertThat(rates().count(key, HUNDRED_A_SECOND)).isEqualTo(new Within(999, Duration.ofMillis(10)));
      pass(Duration.ofSeconds(1));
    }
  }

  @Test
  default void aLimitThatIsUsedUpIsNotAskedAboutBeforeItsTime() {
    KeyId key = new KeyId(Shop.nextId());
    RateLimit once = new RateLimit(1, Duration.ofSeconds(1));
    rates().count(key, once);

    assertThat(rates().countAtOnce(key, once)).contains(new Exceeded(Duration.ofSeconds(1)));
    pass(Duration.ofMillis(999));
    assertThat(rates().countAtOnce(key, once)).contains(new Exceeded(Duration.ofMillis(1)));
    pass(Duration.ofMillis(1));
    assertThat(rates().countAtOnce(key, once)).isEmpty();
  }

  @Test
  default void howeverQuicklyALimitComesBackItIsNotAskedAboutAllTheTime() {
    KeyId key = new KeyId(Shop.nextId());
    RateLimit often = new RateLimit(50_000, Duration.ofSeconds(1));
    while (rates().count(key, often) instanceof Within) {
      // None of it comes back meanwhile.
    }

    pass(Duration.ofMillis(20).minusNanos(1));
    assertThat(rates().countAtOnce(key, often)).contains(new Exceeded(Duration.ofNanos(1)));
    pass(Duration.ofNanos(1));
    assertThat(rates().count(key, often)).isInstanceOf(Within.class);
  }

  @Test
  default void howeverLongItsWindowALimitIsAskedAboutEverySecond() {
    KeyId key = new KeyId(Shop.nextId());
    RateLimit often = new RateLimit(50_000, Duration.ofHours(1));
    while (rates().count(key, often) instanceof Within) {
      // None of it comes back meanwhile.
    }

    pass(Duration.ofSeconds(1).minusNanos(1));
    assertThat(rates().countAtOnce(key, often)).contains(new Exceeded(Duration.ofNanos(1)));
    pass(Duration.ofNanos(1));
    assertThat(rates().count(key, often)).isInstanceOf(Within.class);
  }

  @Test
  default void lookingAheadLeavesNoRow() throws Exception {
    KeyId key = new KeyId(Shop.nextId());

    assertThat(rates().foresee(key, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(rowsOf(key)).isEmpty();
    rates().count(key, THRICE_A_MINUTE);
    assertThat(rowsOf(key)).hasSize(1);
  }

  @Test
  default void aBucketThatWouldBeFullIsPrunedAndNoOther() throws Exception {
    KeyId idle = new KeyId(Shop.nextId());
    KeyId used = new KeyId(Shop.nextId());
    rates().count(idle, THRICE_A_MINUTE);
    pass(Duration.ofNanos(1_000));
    rates().count(used, THRICE_A_MINUTE);

    pass(PrunedTables.CLOCKS_DIFFER_BY.plus(THRICE_A_MINUTE.window()));
    nodes().prune();

    assertThat(rowsOf(idle)).isEmpty();
    assertThat(rowsOf(used)).hasSize(1);
    assertThat(rates().count(idle, THRICE_A_MINUTE)).isEqualTo(new Within(2, SHARE));
    assertThat(anotherNodesRates().count(idle, THRICE_A_MINUTE)).isEqualTo(new Within(1, SHARE.multipliedBy(2)));
  }

  @Test
  default void moreThanABatchIsPrunedToo() throws Exception {
    KeyId first = new KeyId(Shop.nextId());
    rates().count(first, THRICE_A_MINUTE);
    for (int i = 1; i <= Pruning.BATCH; i++) {
      rates().count(new KeyId(Shop.nextId()), THRICE_A_MINUTE);
    }

    pass(Duration.ofMinutes(7));
    nodes().prune();

    assertThat(store().rows("SELECT id FROM rate_bucket WHERE needed_till < ?",
        (nodes().currentTimeNanos() - PrunedTables.CLOCKS_DIFFER_BY.toNanos()) / 1_000)).isEmpty();
  }

  @Test
  default void theWidestStateFitsItsColumn() throws Exception {
    KeyId key = new KeyId(Long.MAX_VALUE);
    RateLimit widest = new RateLimit(Integer.MAX_VALUE, Duration.ofDays(1));
    rates().count(key, widest);
    pass(Duration.ofNanos(12_345));
    rates().count(key, widest);

    assertThat(rowsOf(key)).hasSize(1);
  }

  private List<List<String>> rowsOf(KeyId key) throws SQLException {
    return store().rows("SELECT id FROM rate_bucket WHERE id = ?", Long.toString(key.value()));
  }
}
