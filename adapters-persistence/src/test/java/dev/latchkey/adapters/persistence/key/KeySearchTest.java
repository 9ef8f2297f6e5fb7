package dev.latchkey.adapters.persistence.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.PlainKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every filter of the list of keys is served by an index of its own. */
class KeySearchTest {

  private static final Instant NOW = Shop.NOW;

  @Test
  void everyFilterIsServedByItsIndexAndNothingIsSorted() throws Exception {
    Shop shop = Shop.in(H2.shared());
    Map<KeyFilter, String> served = Map.of(
        KeyFilter.ALL, "API_KEY_BY_TENANT",
        KeyFilter.ALL.with("till"), "API_KEY_BY_TENANT",
        KeyFilter.ALL.with(KeyStatus.DISABLED), "API_KEY_BY_STATUS",
        KeyFilter.ALL.with(KeyState.DISABLED), "API_KEY_BY_STATUS",
        KeyFilter.ALL.with(KeyState.IN_FORCE), "API_KEY_BY_STATUS",
        KeyFilter.ALL.with(Environment.DEV), "API_KEY_BY_ENVIRONMENT",
        KeyFilter.ALL.with(new Actor.Holder(new KeyId(7))), "API_KEY_BY_CREATOR");

    for (Map.Entry<KeyFilter, String> each : served.entrySet()) {
      KeySearch search = new KeySearch(shop.tenant().id(), each.getKey(), NOW, Long.MAX_VALUE, 21);
      assertThat(search.narrow()).isEmpty();
      assertThat(plan(search.inOrder())).as(each.getKey().toString())
          .containsIgnoringCase(each.getValue())
          .containsIgnoringCase("index sorted");
    }
  }

  @Test
  void aNarrowFilterIsLookedUpInItsIndexFirst() throws Exception {
    Shop shop = Shop.in(H2.shared());
    Map<KeyFilter, String> served = Map.of(
        KeyFilter.ALL.with(KeyState.EXPIRED), "API_KEY_BY_EXPIRY",
        KeyFilter.ALL.with(KeyState.NOT_YET_VALID), "API_KEY_BY_START",
        KeyFilter.ALL.expiringBefore(NOW), "API_KEY_BY_EXPIRY",
        KeyFilter.ALL.unusedSince(NOW), "API_KEY_BY_USE");

    for (Map.Entry<KeyFilter, String> each : served.entrySet()) {
      KeySearch search = new KeySearch(shop.tenant().id(), each.getKey(), NOW, Long.MAX_VALUE, 21);
      assertThat(plan(search.narrow().orElseThrow())).as(each.getKey().toString())
          .containsIgnoringCase(each.getValue());
    }
  }

  @Test
  void manyKeysThatPassANarrowFilterAreListedInOrderToo() {
    Shop shop = Shop.in(H2.shared());
    ApiKey oldest = shop.stored(shop.key());
    for (int i = 0; i < KeySearch.FEW; i++) {
      shop.stored(shop.key());
    }
    ApiKey newest = shop.stored(shop.key());

    Page<ApiKey> page = shop.store().keys().list(shop.scope(), KeyFilter.ALL.unusedSince(NOW), NOW,
        PageRequest.first(2));

    assertThat(page.items()).hasSize(2).startsWith(newest);
    assertThat(shop.store().keys().list(
        shop.scope(), KeyFilter.ALL.unusedSince(NOW), NOW,
        new PageRequest(2, OptionalLong.of(oldest.id().value() + 1))).items())
        .containsExactly(oldest);
  }

  @Test
  void theHandleOfEveryIdIsTheOneThatTheDomainWrites() {
    Shop shop = Shop.in(H2.shared());
    for (long number : new long[]{1, 61, 62, 3843, 3844, 238_327, 238_328, Long.MAX_VALUE - 1, Long.MAX_VALUE - 62}) {
      PlainKey plain = new PlainKey(Environment.LIVE, new KeyId(number), shop.plainKey().secret());
      ApiKey key = shop.stored(shop.key(plain));
      String handle = KeyFormat.handle(key.id());

      assertThat(shop.store().keys().list(shop.scope(), KeyFilter.ALL.with(handle), NOW, PageRequest.first(9)).items())
          .as(handle)
          .containsExactly(key);
      shop.store().keys().remove(shop.scope(), key, shop.entry(AuditAction.KEY_DELETED, key.id()));
    }
  }

  private static String plan(KeySearch.Statement statement) throws Exception {
    try (Connection connection = H2.shared().connect();
        PreparedStatement explained = connection.prepareStatement("EXPLAIN " + statement.sql())) {
      statement.bind(explained);
      try (ResultSet plan = explained.executeQuery()) {
        plan.next();
        return Optional.ofNullable(plan.getString(1)).orElseThrow();
      }
    }
  }
}
