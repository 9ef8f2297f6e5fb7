package dev.latchkey.adapters.persistence.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.feed.FeedPolling;
import dev.latchkey.adapters.persistence.fixtures.Gate;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.rate.RateVerdict.Within;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a node does with tokens in hand, as seen on its way to the server. */
class TokenLeaseOnServerTest {

  private static final JdbcStore DIRECT = Server.fresh();
  private static final RateLimit LIMIT = new RateLimit(1_000, Duration.ofDays(1));
  private static final int PART = 20;

  private final KeyId key = new KeyId(Shop.nextId());

  @AfterAll
  static void close() {
    DIRECT.close();
  }

  @Test
  void aThousandRequestsAndAThousandBeyondThemTakeAboutFiftyQuestions() throws Exception {
    try (Gate gate = Server.gate(); JdbcStore store = Server.through(gate, DIRECT)) {
      RateNodes nodes = new RateNodes(store);
      count(nodes);
      count(nodes);
      // The change feed is polled and the pool filled in the background. Neither is to be counted.
      store.context().destroyBean(FeedPolling.class);
      AtomicInteger seen = new AtomicInteger();
      await().pollInterval(Duration.ofMillis(300)).until(() -> seen.getAndSet(gate.roundTrips()) == seen.get());
      int before = gate.roundTrips();

      for (int i = 2; i < 1_000; i++) {
        assertThat(count(nodes)).isInstanceOf(Within.class);
      }
      int within = gate.roundTrips() - before;
      for (int i = 0; i < 1_000; i++) {
        assertThat(count(nodes)).isInstanceOf(RateVerdict.Exceeded.class);
      }

      // A question is a read and a write, and each of up to ten connections learns both statements once.
      assertThat(within).isBetween(2 * 49, 2 * 49 + 2 * 10);
      assertThat(gate.roundTrips() - before).isEqualTo(within);
    }
  }

  @Test
  void whileTheServerIsGoneANodeSpendsItsLeaseAndGrantsNothingElse() throws Exception {
    try (Gate gate = Server.gate(); JdbcStore store = Server.through(gate, DIRECT)) {
      RateNodes nodes = new RateNodes(store);
      count(nodes);
      count(nodes);

      gate.cut();
      for (int i = 1; i < PART; i++) {
        assertThat(nodes.one.countAtOnce(key, LIMIT)).get().isInstanceOf(Within.class);
      }

      assertThat(nodes.one.countAtOnce(key, LIMIT)).isEmpty();
      assertThatThrownBy(() -> nodes.one.count(key, LIMIT)).isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> nodes.one.foresee(key, LIMIT)).isInstanceOf(StoreUnavailable.class);
      gate.open();
      // A connection that was cut, and used a moment before, is found broken only by the next call that gets it.
      await().ignoreException(StoreUnavailable.class)
          .untilAsserted(() -> assertThat(nodes.one.count(key, LIMIT)).isInstanceOf(Within.class));
    }
  }

  private RateVerdict count(RateNodes nodes) {
    return nodes.one.countAtOnce(key, LIMIT).orElseGet(() -> nodes.one.count(key, LIMIT));
  }
}
