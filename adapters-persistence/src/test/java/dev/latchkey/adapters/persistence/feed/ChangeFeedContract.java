package dev.latchkey.adapters.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.key.ApiKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** That the change feed tells of every change of a key or a tenant, and of nothing else. */
interface ChangeFeedContract {

  int WRITERS = 8;
  int CHANGES_EACH = 25;

  /** A store that no other test writes to. */
  JdbcStore store();

  @Test
  default void everyChangeOfATenantOrAKeyIsAnnouncedOnce() throws Exception {
    Shop shop = Shop.in(store());
    String tenant = Long.toString(shop.tenant().id().value());
    ApiKey key = shop.stored(shop.key());
    String handle = Long.toString(key.id().value());
    shop.rename(key, "Door");
    shop.remove(key.with(key.settings()));
    AuditEntry renamed = shop.entry(AuditAction.TENANT_RENAMED, shop.tenant().id());
    store().tenants().replace(Shop.OPERATOR, shop.renamed(), renamed);

    List<String> theTenantItself = new ArrayList<>();
    theTenantItself.add(tenant);
    theTenantItself.add(null);
    assertThat(announced(shop))
        .containsExactly(
            theTenantItself, List.of(tenant, handle), List.of(tenant, handle), List.of(tenant, handle),
            theTenantItself);
  }

  @Test
  default void aStaleChangeIsNeitherAnnouncedNorAudited() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    ApiKey later = key.with(key.settings());
    List<String> before = counters(shop);

    assertThat(shop.rename(later, "Door")).isEqualTo(Written.STALE);
    assertThat(shop.remove(later)).isEqualTo(Written.STALE);

    assertThat(counters(shop)).isEqualTo(before);
  }

  @Test
  default void aChangeWhoseAuditEventCannotBeWrittenIsNotAnnounced() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.key();
    AuditEntry entry = shop.entry(AuditAction.KEY_CREATED, key.id());
    store().keys().add(shop.scope(), key, entry);
    List<String> before = counters(shop);

    assertThatThrownBy(() -> store().keys().add(shop.scope(), shop.key(), entry))
        .isInstanceOf(IllegalStateException.class);

    assertThat(counters(shop)).isEqualTo(before);
  }

  @Test
  default void aChangeThatCannotBeAnnouncedIsNeitherMadeNorAudited() throws Exception {
    Shop shop = Shop.in(store());
    long taken = Long.parseLong(store().rows("SELECT position FROM change_counter").getFirst().getFirst()) + 1;
    store().execute("INSERT INTO change_feed (position, tenant_id, changed_at) VALUES (" + taken + ", 1, 1)");
    ApiKey key = shop.key();
    try {
      // A lost race, which is lost again each time.
      assertThatThrownBy(() -> shop.stored(key)).isInstanceOf(StoreUnavailable.class);
    } finally {
      store().execute("DELETE FROM change_feed WHERE position = " + taken);
    }

    assertThat(store().keys().find(shop.scope(), key.id())).isEmpty();
    assertThat(store().auditOf(shop.tenant().id())).isEmpty();
  }

  @Test
  default void aReaderOfTheFeedNeverMissesAChangeThatIsCommittedLater() throws Exception {
    long start = last();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Shop shop = Shop.in(store());
        writers.add(threads.submit(() -> {
          for (int change = 0; change < CHANGES_EACH; change++) {
            shop.stored(shop.key());
          }
        }));
      }
      boolean running = true;
      while (running) {
        running = writers.stream().anyMatch(writer -> !writer.isDone());
        List<Long> seen = positions(start);
        assertThat(seen)
            .isEqualTo(LongStream.rangeClosed(start + 1, start + seen.size()).boxed().toList());
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    assertThat(positions(start)).hasSize(WRITERS * CHANGES_EACH + WRITERS);
  }

  private long last() throws SQLException {
    return Long.parseLong(store().rows("SELECT position FROM change_counter").getFirst().getFirst());
  }

  private List<Long> positions(long after) throws SQLException {
    return store()
        .rows("SELECT position FROM change_feed WHERE position > ? ORDER BY position", after)
        .stream()
        .map(row -> Long.valueOf(row.getFirst()))
        .toList();
  }

  private List<List<String>> announced(Shop shop) throws SQLException {
    return store()
        .rows(
            "SELECT tenant_id, key_id FROM change_feed WHERE tenant_id = ? ORDER BY position",
            shop.tenant().id().value());
  }

  /** Where the counter is, how long the feed, and how long the tenant's chain. */
  private List<String> counters(Shop shop) throws SQLException {
    return store()
        .rows(
            "SELECT (SELECT position FROM change_counter), (SELECT COUNT(*) FROM change_feed),"
                + " (SELECT position FROM audit_head WHERE tenant_id = ?),"
                + " (SELECT COUNT(*) FROM audit_event)",
            shop.tenant().id().value())
        .getFirst();
  }
}
