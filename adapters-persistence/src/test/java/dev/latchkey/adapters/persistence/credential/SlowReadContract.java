package dev.latchkey.adapters.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Node;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.tenant.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That what was read before a change is neither kept nor given away after it, however long the reading took. */
@Timeout(60)
interface SlowReadContract {

  CacheLookup UNKNOWN = new CacheLookup.Miss();

  /** A store whose counter and feed a test may spoil. */
  JdbcStore store();

  @Test
  default void aReadThatBeganBeforeARevocationAndEndsAfterItWasHeardOfIsNotKept() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.meanwhile(once(() -> {
        shop.rename(key, "Door");
        node.look();
      }));

      assertThat(node.find(key)).contains(key);

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      assertThat(node.find(key)).get().isNotEqualTo(key);
    }
  }

  @Test
  default void aReadThatBeganBeforeItsTenantWasChangedIsNotKept() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    Tenant renamed = shop.renamed();
    try (Node node = Node.lookingAt(store())) {
      node.meanwhile(once(() -> {
        store().tenants().replace(Shop.OPERATOR, renamed, shop.entry(AuditAction.TENANT_RENAMED, renamed.id()));
        node.look();
      }));

      assertThat(node.find(key)).contains(key);

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      assertThat(node.credential(key)).contains(new StoredKey(key, renamed));
    }
  }

  @Test
  default void aReadThatFoundNothingIsNotKeptWhereTheKeyWasMadeMeanwhile() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.key();
    try (Node node = Node.lookingAt(store())) {
      node.meanwhile(once(() -> {
        shop.stored(key);
        node.look();
      }));

      assertThat(node.find(key)).isEmpty();

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      assertThat(node.find(key)).contains(key);
    }
  }

  @Test
  default void whoAsksAfterAChangeWasMadeHereDoesNotWaitForAReadThatBeganBeforeIt() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      ApiKey changed = key.with(key.settings());
      List<Optional<ApiKey>> found = new ArrayList<>();
      node.meanwhile(once(() -> {
        node.keys().replace(shop.scope(), changed, shop.entry(AuditAction.KEY_CHANGED, key.id()));
        found.add(node.find(key));
      }));

      node.find(key);

      assertThat(found).containsExactly(Optional.of(changed));
      assertThat(node.recall(key)).isEqualTo(known(shop, changed));
    }
  }

  @Test
  default void whoAskForOneKeyAtTheSameTimeCauseOneRead() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    CountDownLatch answered = new CountDownLatch(1);
    try (Node node = Node.lookingAt(store())) {
      node.meanwhile(() -> awaitUninterrupted(answered));
      List<Thread> asking = new ArrayList<>();
      List<CompletableFuture<Optional<ApiKey>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        CompletableFuture<Optional<ApiKey>> answer = new CompletableFuture<>();
        answers.add(answer);
        asking.add(Thread.ofPlatform().start(() -> answer.complete(node.find(key))));
      }
      await().until(() -> asking.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
      answered.countDown();

      for (CompletableFuture<Optional<ApiKey>> answer : answers) {
        assertThat(answer.get()).contains(key);
      }
      assertThat(node.reads).hasValue(1);
    }
  }

  @Test
  default void onceMemoryIsTooOldTheStoreIsReadAndWithoutOneNothingIsKnown() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      shop.rename(key, "Door");
      node.pass(CredentialCache.BOUND);

      assertThat(node.find(key)).get().isNotEqualTo(key);
      node.meanwhile(() -> {
        throw new StoreUnavailable(new SQLException("gone"));
      });
      assertThatThrownBy(() -> node.find(key)).isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  default void anAnswerThatComesTooLateIsGivenOnlyWhereTheFeedConfirmsIt() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.meanwhile(() -> node.pass(Duration.ofSeconds(2)));
      assertThatThrownBy(() -> node.find(key)).isInstanceOf(StoreUnavailable.class);

      node.meanwhile(() -> {
        node.pass(Duration.ofSeconds(2));
        node.look();
      });
      assertThat(node.find(key)).contains(key);
    }
  }

  @Test
  default void anAnswerThatComesTooLateAndWasChangedMeanwhileIsReadAgain() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.meanwhile(once(() -> {
        shop.rename(key, "Door");
        node.pass(Duration.ofSeconds(2));
        node.look();
      }));

      assertThat(node.find(key)).get().isNotEqualTo(key);
      assertThat(node.reads).hasValue(2);
    }
  }

  @Test
  default void laterReadsDoNotWaitForAReadThatHangs() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      List<Optional<ApiKey>> found = new ArrayList<>();
      node.meanwhile(once(() -> {
        node.pass(Duration.ofSeconds(2));
        found.add(node.find(key));
        node.look();
      }));

      node.find(key);

      assertThat(found).containsExactly(Optional.of(key));
    }
  }

  private static CacheLookup known(Shop shop, ApiKey key) {
    return new CacheLookup.Hit(Optional.of(new StoredKey(key, shop.tenant())));
  }

  /** Happens the first time, and not again where it causes itself. */
  private static Runnable once(Runnable happens) {
    AtomicBoolean happened = new AtomicBoolean();
    return () -> {
      if (happened.compareAndSet(false, true)) {
        happens.run();
      }
    };
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
