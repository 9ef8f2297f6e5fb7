package dev.latchkey.adapters.persistence.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.contracts.refusal.ForNotingRefusalsContract;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.refusal.NoteRate;
import dev.latchkey.domain.refusal.RefusedRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract, and what is particular to notes that are written down later. */
interface JdbcRefusalsContract extends ForNotingRefusalsContract {

  @Override
  JdbcStore store();

  @Test
  default void aNoteIsWrittenDownWithoutAnybodysHelp() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.key();
    shop.stored(key);

    store().refusals().note(request("by itself", key, Shop.NOW));

    while (store().refusals().find(shop.scope(), "by itself", Instant.EPOCH).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  default void aTenantsFloodDisplacesNoNoteOfAnotherTenantAndIsCounted() throws Exception {
    Shop flooded = Shop.in(store());
    Shop other = Shop.in(store());
    ApiKey quiet = other.stored(other.key());
    store().credentials().find(quiet.id());
    double before = dropped("refused_requests_over_queue");
    // Each key may be noted 20 times at once, so it takes many keys to fill the queue.
    int keys = JdbcRefusals.MOST_WAITING / NoteRate.AT_ONCE + 100;
    ApiKey known = flooded.stored(flooded.key());
    synchronized (store().context().getBean(JdbcRefusals.class)) {
      for (int i = 0; i < keys; i++) {
        ApiKey key = i == 0 ? known : flooded.stored(flooded.key());
        store().credentials().find(key.id());
        for (int j = 0; j < NoteRate.AT_ONCE; j++) {
          store().refusals().note(request("flood-" + i + "-" + j, key, Shop.NOW));
        }
      }
      store().refusals().note(request("quiet", quiet, Shop.NOW));
    }
    store().settleRefusals();

    assertThat(store().rows("SELECT number FROM refused_request WHERE tenant_id = ?", flooded.tenant().id().value()))
        .hasSizeGreaterThan(JdbcRefusals.MOST_WAITING / 2);
    assertThat(store().refusals().find(other.scope(), "quiet", Instant.EPOCH)).isPresent();
    assertThat(dropped("refused_requests_over_queue") - before).isEqualTo(100 * NoteRate.AT_ONCE + 1);
  }

  @Test
  default void whatIsBeyondTheRateOfAKeyIsCounted() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    double before = dropped("refused_requests_over_key_rate");

    for (int i = 0; i < NoteRate.AT_ONCE + 7; i++) {
      store().refusals().note(request("often-" + i, key, Shop.NOW));
    }

    assertThat(dropped("refused_requests_over_key_rate") - before).isEqualTo(7);
  }

  @Test
  default void ofATenantNoMoreThanTenThousandRowsAreKeptAndTheRestIsCounted() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    double before = dropped("refused_requests_over_tenant_limit");
    storeRefusals(shop, key, JdbcRefusals.KEPT_OF_A_TENANT);
    int notes = 100;
    synchronized (store().context().getBean(JdbcRefusals.class)) {
      for (int i = 0; i < notes; i++) {
        store().refusals().note(request("new-" + i, key, Shop.NOW.plusSeconds(i)));
      }
    }
    store().settleRefusals();

    assertThat(store().rows("SELECT number FROM refused_request WHERE tenant_id = ?", shop.tenant().id().value()))
        .hasSize(JdbcRefusals.KEPT_OF_A_TENANT);
    assertThat(store().refusals().find(shop.scope(), "old-0", Instant.EPOCH)).isEmpty();
    assertThat(store().refusals().find(shop.scope(), "new-" + (notes - 1), Instant.EPOCH)).isPresent();
    assertThat(dropped("refused_requests_over_tenant_limit") - before).isEqualTo(notes);
  }

  @Test
  default void firstNoteThatANodeWritesOfATenantTrimsWhatOtherNodesLeft() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    storeRefusals(shop, key, JdbcRefusals.KEPT_OF_A_TENANT + 500);

    store().refusals().note(request("first", key, Shop.NOW));
    store().settleRefusals();

    assertThat(store().rows("SELECT number FROM refused_request WHERE tenant_id = ?", shop.tenant().id().value()))
        .hasSize(JdbcRefusals.KEPT_OF_A_TENANT);
    assertThat(store().refusals().find(shop.scope(), "first", Instant.EPOCH)).isPresent();
  }

  @Test
  default void twentyNodesStayBelowTheLimitOfATenantWithWhatTheyWriteBeforeTheyTrim() {
    assertThat(JdbcRefusals.KEPT_OF_A_TENANT + 20 * (JdbcRefusals.WRITTEN_BEFORE_TRIMMING - 1)).isLessThan(10_000);
  }

  @Test
  default void aRowThatTheDatabaseDoesNotTakeIsNoReasonToLoseTheOthers() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.stored(shop.key());
    double before = dropped("refused_requests_failed");
    synchronized (store().context().getBean(JdbcRefusals.class)) {
      store().refusals().note(request("first", key, Shop.NOW));
      store().refusals().note(request("x".repeat(65), key, Shop.NOW));
      store().refusals().note(request("last", key, Shop.NOW));
    }
    store().settleRefusals();

    assertThat(store().refusals().find(shop.scope(), "first", Instant.EPOCH)).isPresent();
    assertThat(store().refusals().find(shop.scope(), "last", Instant.EPOCH)).isPresent();
    assertThat(dropped("refused_requests_failed") - before).isEqualTo(1);
  }

  private void storeRefusals(Shop shop, ApiKey key, int rows) throws Exception {
    for (int from = 0; from < rows; from += 500) {
      store().execute(
          IntStream.range(from, from + 500)
              .mapToObj(
                  i -> "(%d, 'old-%d', %d, 'm', 'c', 1)".formatted(shop.tenant().id().value(), i, key.id().value()))
              .collect(Collectors.joining(
                  ",",
                  "INSERT INTO refused_request (tenant_id, request_id, key_id, masked, code, refused_at) VALUES ",
                  "")));
    }
  }

  private double dropped(String what) {
    return store().context().getBean(MeterRegistry.class).get("latchkey.dropped").tag("what", what).counter().count();
  }

  private static RefusedRequest request(String name, ApiKey key, Instant at) {
    return new RefusedRequest(
        name, key.id(), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), at);
  }
}
