package dev.latchkey.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.ForNotingRefusalsContract;
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.key.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract, and what is particular to notes that are written down later. */
interface JdbcRefusalsTests extends ForNotingRefusalsContract {

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
  default void aFloodIsCutOffAndWhatWasTakenIsWritten() {
    Shop shop = Shop.in(store());
    ApiKey key = shop.key();
    shop.stored(key);

    for (int i = 0; i < JdbcRefusals.MOST_WAITING + 2_000; i++) {
      store().refusals().note(request("flood-" + i, key, Shop.NOW));
    }
    store().settleRefusals();

    assertThat(store().refusals().find(shop.scope(), "flood-0", Instant.EPOCH)).isPresent();
  }

  @Test
  default void whatIsOlderThanSevenDaysIsClearedAway() throws Exception {
    Shop shop = Shop.in(store());
    ApiKey key = shop.key();
    shop.stored(key);
    Instant before = Shop.NOW.minus(Duration.ofDays(7)).minusNanos(1_000);
    store().refusals().note(request("past", key, before));
    store().refusals().note(request("not yet", key, before.plusNanos(1_000)));
    store().settleRefusals();

    store().refusals().note(request("now", key, Shop.NOW));
    store().settleRefusals();

    assertThat(store().refusals().find(shop.scope(), "past", Instant.EPOCH)).isEmpty();
    assertThat(store().refusals().find(shop.scope(), "not yet", Instant.EPOCH)).isPresent();
  }

  private static RefusedRequest request(String name, ApiKey key, Instant at) {
    return new RefusedRequest(
        name, key.id(), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(), at);
  }
}
