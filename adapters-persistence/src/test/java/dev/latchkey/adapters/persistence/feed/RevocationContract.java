package dev.latchkey.adapters.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That memory never gives away what was changed longer ago than it may. */
@Timeout(60)
interface RevocationContract {

  CacheLookup UNKNOWN = new CacheLookup.Miss();
  Duration NEARLY = CredentialCache.BOUND.minusNanos(1);

  /** A store whose counter and feed a test may spoil. */
  JdbcStore store();

  @Test
  default void whatWasFoundOnceIsRecalledAndNotReadAgain() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    ApiKey never = shop.key();
    try (Node node = Node.lookingAt(store())) {
      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      assertThat(node.find(key)).contains(key);
      assertThat(node.find(never)).isEmpty();

      assertThat(node.recall(key)).isEqualTo(known(shop, key));
      assertThat(node.recall(never)).isEqualTo(new CacheLookup.Hit(Optional.empty()));
      assertThat(node.find(key)).contains(key);
      assertThat(node.find(never)).isEmpty();
      assertThat(node.reads).hasValue(2);
    }
  }

  @Test
  default void aChangeByAnotherNodeIsForgottenAtTheNextLook() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    ApiKey other = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      node.find(other);
      shop.rename(key, "Door");

      node.look();

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      assertThat(node.recall(other)).isEqualTo(known(shop, other));
      assertThat(node.find(key)).get().isNotEqualTo(key);
      assertThat(node.arrived()).isEqualTo(1);
    }
  }

  @Test
  default void aChangeOfATenantIsForgottenWithAllOfItsKeysAndNoOthers() {
    Shop shop = Shop.in(store());
    Shop neighbour = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    ApiKey other = shop.stored(shop.key());
    ApiKey theirs = neighbour.stored(neighbour.key());
    try (Node node = Node.lookingAt(store())) {
      List.of(key, other, theirs).forEach(node::find);
      Tenant renamed = shop.renamed();
      store().tenants().replace(Shop.OPERATOR, renamed, shop.entry(AuditAction.TENANT_RENAMED, renamed.id()));

      node.look();

      assertThat(List.of(node.recall(key), node.recall(other))).containsOnly(UNKNOWN);
      assertThat(node.recall(theirs)).isEqualTo(known(neighbour, theirs));
      assertThat(node.credential(key)).contains(new StoredKey(key, renamed));
      assertThat(node.recall(key)).isEqualTo(new CacheLookup.Hit(Optional.of(new StoredKey(key, renamed))));
    }
  }

  @Test
  default void theNodeThatMakesAChangeForgetsItBeforeItReplies() {
    Shop shop = Shop.in(store());
    ApiKey changed = shop.stored(shop.key());
    ApiKey removed = shop.stored(shop.key());
    ApiKey untouched = shop.stored(shop.key());
    ApiKey added = shop.key();
    try (Node node = Node.lookingAt(store())) {
      List.of(changed, removed, untouched, added).forEach(node::find);

      node.keys()
          .replace(
              shop.scope(), changed.with(changed.settings()), shop.entry(AuditAction.KEY_CHANGED, changed.id()));
      node.keys().remove(shop.scope(), removed, shop.entry(AuditAction.KEY_DELETED, removed.id()));
      node.keys().add(shop.scope(), added, shop.entry(AuditAction.KEY_CREATED, added.id()));

      assertThat(List.of(node.recall(changed), node.recall(removed), node.recall(added))).containsOnly(UNKNOWN);
      assertThat(node.recall(untouched)).isEqualTo(known(shop, untouched));
      assertThat(node.find(added)).contains(added);

      Tenant renamed = shop.renamed();
      node.tenants().replace(Shop.OPERATOR, renamed, shop.entry(AuditAction.TENANT_RENAMED, renamed.id()));
      assertThat(node.recall(untouched)).isEqualTo(UNKNOWN);
    }
  }

  @Test
  default void aRotationIsForgottenWithBothOfItsKeys() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      ApiKey successor = shop.key();
      node.find(key);
      node.find(successor);

      node.keys()
          .rotate(
              shop.scope(),
              key.replaced(successor.id(), Shop.NOW),
              successor,
              List.of(shop.entry(AuditAction.KEY_ROTATED, key.id())));

      assertThat(List.of(node.recall(key), node.recall(successor))).containsOnly(UNKNOWN);
    }
  }

  @Test
  default void aChangeThatFailsIsForgottenTooSinceItsOutcomeIsUnknown() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    ApiKey changed = key.with(key.settings());
    Tenant renamed = shop.renamed();
    try (Node node = Node.lookingAt(store())) {
      long taken = counted() + 1;
      store().execute("INSERT INTO change_feed (position, tenant_id, changed_at) VALUES (" + taken + ", 1, 1)");
      try {
        node.find(key);
        assertThatThrownBy(
            () -> node.keys().replace(shop.scope(), changed, shop.entry(AuditAction.KEY_CHANGED, key.id())))
            .isInstanceOf(StoreUnavailable.class);
        assertThat(node.recall(key)).isEqualTo(UNKNOWN);

        node.find(key);
        assertThatThrownBy(
            () -> node.tenants()
                .replace(Shop.OPERATOR, renamed, shop.entry(AuditAction.TENANT_RENAMED, renamed.id())))
            .isInstanceOf(StoreUnavailable.class);
        assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      } finally {
        store().execute("DELETE FROM change_feed WHERE position = " + taken);
      }
    }
  }

  @Test
  default void memoryIsGoodForOneSecondFromTheBeginningOfTheLook() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = Node.lookingAt(store())) {
      node.find(key);
      node.pass(NEARLY);
      assertThat(node.recall(key)).isEqualTo(known(shop, key));

      node.pass(Duration.ofNanos(1));

      assertThat(node.recall(key)).isEqualTo(UNKNOWN);
      assertThat(node.isFresh()).isFalse();
      node.look();
      assertThat(node.recall(key)).isEqualTo(known(shop, key));
    }
  }

  @Test
  default void aNodeThatNeverLookedReadsTheStoreForEveryRequest() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    try (Node node = new Node(store())) {
      assertThat(node.find(key)).contains(key);
      assertThat(node.find(key)).contains(key);
      assertThat(node.reads).hasValue(2);
    }
  }

  @Test
  default void aKeyThatWasTriedBeforeItExistedWorksOnceItsCreationIsHeardOf() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.key();
    try (Node tried = Node.lookingAt(store()); Node untried = Node.lookingAt(store())) {
      assertThat(tried.find(key)).isEmpty();
      shop.stored(key);

      assertThat(untried.find(key)).contains(key);
      tried.look();
      assertThat(tried.find(key)).contains(key);
    }
  }

  private long counted() throws SQLException {
    return Long.parseLong(store().rows("SELECT position FROM change_counter").getFirst().getFirst());
  }

  private static CacheLookup known(Shop shop, ApiKey key) {
    return new CacheLookup.Hit(Optional.of(new StoredKey(key, shop.tenant())));
  }
}
