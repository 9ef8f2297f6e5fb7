package dev.latchkey.adapters.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Node;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.pruning.PrunedTables;
import dev.latchkey.adapters.persistence.pruning.Pruning;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.key.ApiKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a node never takes its view of the change feed for newer or more complete than it is. */
@Timeout(60)
interface FeedReadingContract {

  CacheLookup UNKNOWN = new CacheLookup.Miss();
  Duration NEARLY = CredentialCache.BOUND.minusNanos(1);
  Instant OLD_ENOUGH = Shop.NOW.plus(PrunedTables.CLOCKS_DIFFER_BY);

  /** A store whose counter and feed a test may spoil. */
  JdbcStore store();

  @Test
  default void aLookThatBeganBeforeARevocationAndEndedAfterItIsGoodOnlyFromItsBeginning() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      node.lookMeanwhile(() -> {
        node.pass(Duration.ofMillis(600));
        shop.rename(key, "Door");
      });
      assertThat(node.recall(key)).isEqualTo(known(shop, key));

      node.pass(Duration.ofMillis(400));

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      node.look();
      assertThat(node.find(key)).get().isNotEqualTo(key);
    }
  }

  @Test
  default void aLookThatHangsConfirmsNothing() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);

      node.lookMeanwhile(() -> node.pass(Duration.ofSeconds(30)));

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
    }
  }

  @Test
  default void aNodeThatSleptThroughThePruningOfTheFeedForgetsEverything() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    ApiKey other = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      List.of(key, other).forEach(node::find);
      shop.rename(key, "Door");
      pruneAt(OLD_ENOUGH.plusMillis(1));
      shop.rename(shop.stored(shop.key()), "Another");
      assertThat(store().rows("SELECT position FROM change_feed")).hasSize(2);

      node.look();

      assertThat(List.of(node.recall(key), node.recall(other))).containsOnly(UNKNOWN);
      assertThat(node.find(key)).get().isNotEqualTo(key);
    }
  }

  @Test
  default void aNodeThatSleptUntilNothingWasLeftInTheFeedForgetsEverything() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      shop.rename(key, "Door");
      pruneAt(OLD_ENOUGH.plusMillis(1));
      assertThat(store().rows("SELECT position FROM change_feed")).isEmpty();

      node.look();

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
    }
  }

  @Test
  default void whatANodeThatIsAwakeMayNotHaveReadIsNotPruned() throws Exception {
    Shop shop = Shop.in(store());
    shop.stored(shop.key());
    int rows = store().rows("SELECT position FROM change_feed").size();

    pruneAt(OLD_ENOUGH);

    assertThat(store().rows("SELECT position FROM change_feed")).hasSize(rows);
  }

  @Test
  default void aFeedOfManyRowsIsPrunedInBatches() throws Exception {
    long start = counted();
    List<String> rows = new ArrayList<>();
    for (long position = start + 1; position <= start + Pruning.BATCH * 2 + 7; position++) {
      rows.add("(" + position + ", 1, 1)");
    }
    store().execute("INSERT INTO change_feed (position, tenant_id, changed_at) VALUES " + String.join(",", rows));
    store().execute("UPDATE change_counter SET position = position + " + rows.size());

    pruneAt(OLD_ENOUGH.plusMillis(1));

    assertThat(store().rows("SELECT position FROM change_feed")).isEmpty();
  }

  @Test
  default void aNodeThatMissedMoreThanOneReadReturnsForgetsEverything() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      long start = counted();
      List<String> rows = new ArrayList<>();
      for (long position = start + 1; position <= start + FeedConnection.MOST_CHANGES + 1; position++) {
        rows.add("(" + position + ", 1, 1)");
      }
      store().execute("INSERT INTO change_feed (position, tenant_id, changed_at) VALUES " + String.join(",", rows));
      store().execute("UPDATE change_counter SET position = position + " + rows.size());

      node.look();

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      node.find(key);
      node.look();
      assertThat(node.recall(key)).isEqualTo(known(shop, key));
    }
  }

  @Test
  default void aDatabaseThatWasPutBackToAnEarlierDayIsNoticed() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      store().execute("DELETE FROM change_feed WHERE position = " + counted());
      store().execute("UPDATE change_counter SET position = position - 1");

      node.look();

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
    }
  }

  @Test
  default void aChangeThatWaitsForAnotherIsHeardOfAfterIt() throws Exception {
    Shop first = Shop.in(store());
    Shop second = Shop.in(store());
    ApiKey slow = first.stored(first.key());
    ApiKey quick = second.stored(second.key());
    try (Node node = Node.lookingAt(store());
        Connection connection = store().connect();
        Statement statement = connection.createStatement()) {
      node.find(slow);
      node.find(quick);
      connection.setAutoCommit(false);
      statement.execute("UPDATE change_counter SET position = position + 1 WHERE id = 1");
      statement.execute(
          "INSERT INTO change_feed (position, tenant_id, key_id, changed_at) SELECT position, "
              + first.tenant().id().value() + ", " + slow.id().value() + ", 1 FROM change_counter");
      CompletableFuture<Written> waiting = CompletableFuture.supplyAsync(() -> second.rename(quick, "Door"));

      node.look();
      assertThat(node.recall(slow)).isEqualTo(known(first, slow));
      assertThat(node.recall(quick)).isEqualTo(known(second, quick));
      assertThat(waiting).isNotDone();
      connection.commit();
      assertThat(waiting.get()).isEqualTo(Written.DONE);

      node.look();
      assertThat(List.of(node.recall(slow), node.recall(quick))).containsOnly(UNKNOWN);
    }
  }

  @Test
  default void aNodeWhoseLooksFailKeepsItsMemoryNoLongerThanBefore() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      node.pass(NEARLY);
      store().execute("ALTER TABLE change_counter RENAME TO change_counter_away");
      try {
        node.look();
        node.pass(Duration.ofNanos(1));

        assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      } finally {
        store().execute("ALTER TABLE change_counter_away RENAME TO change_counter");
      }
      node.look();
      assertThat(node.isFresh()).isTrue();
      assertThat(node.find(key)).contains(key);
    }
  }

  /** After a failover that lost changes, the positions that the node has read can be those of other changes. */
  @Test
  default void aNodeForgetsEverythingAfterALookThatFailed() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      store().execute("ALTER TABLE change_counter RENAME TO change_counter_away");
      try {
        node.look();
      } finally {
        store().execute("ALTER TABLE change_counter_away RENAME TO change_counter");
      }
      assertThat(node.recall(key)).isEqualTo(known(shop, key));

      node.look();

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
    }
  }

  @Test
  default void aLookThatFindsNoCounterConfirmsNothing() throws Exception {
    try (Node node = Node.lookingAt(store())) {
      long position = counted();
      store().execute("DELETE FROM change_counter");
      try {
        node.pass(CredentialCache.BOUND);
        node.look();

        assertThat(node.isFresh()).isFalse();
      } finally {
        store().execute("INSERT INTO change_counter (id, position) VALUES (1, " + position + ")");
      }
    }
  }

  private long counted() throws SQLException {
    return Long.parseLong(store().rows("SELECT position FROM change_counter").getFirst().getFirst());
  }

  private void pruneAt(Instant moment) {
    InstantSource clock = () -> moment;
    new Pruning(
        store().context().getBean(Database.class),
        List.of(new PrunedTables().changeFeed(store().context().getBean(ChangeRepository.class))),
        new SimpleMeterRegistry(),
        clock).prune();
  }

  private static CacheLookup known(Shop shop, ApiKey key) {
    return new CacheLookup.Hit(Optional.of(new StoredKey(key, shop.tenant())));
  }
}
