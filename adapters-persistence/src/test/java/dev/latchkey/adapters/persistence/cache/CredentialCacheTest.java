package dev.latchkey.adapters.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialCacheTest {

  private static final int MOST_KEYS = 100;

  private final Shop shop = Shop.unstored(H2.shared());
  private final CredentialCache memory = new CredentialCache(() -> 0, MOST_KEYS);

  @Test
  void itHoldsNoMoreKeysThanItMay() {
    for (int i = 0; i < 10 * MOST_KEYS; i++) {
      keep(shop.key());
    }

    await().untilAsserted(() -> assertThat(memory.size()).isBetween(1L, (long) MOST_KEYS));
  }

  @Test
  void aKeyThatNamesManyCampaignsCountsForSeveral() {
    for (int i = 0; i < MOST_KEYS; i++) {
      keep(naming(160, shop.key()));
    }

    await().untilAsserted(() -> assertThat(memory.size()).isBetween(1L, MOST_KEYS / 44L));
  }

  @Test
  void aKeyWithManyRulesCountsForSeveral() {
    CampaignRule rule = new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.All());
    for (int i = 0; i < MOST_KEYS; i++) {
      keep(ruledBy(Collections.nCopies(20, rule), shop.key()));
    }

    await().untilAsserted(() -> assertThat(memory.size()).isBetween(1L, MOST_KEYS / 23L));
  }

  @Test
  void theTenantOfACachedKeyIsKnownUntilTheKeyIsEvicted() {
    ApiKey key = shop.key();
    assertThat(memory.tenantOf(key.id())).isEmpty();

    keep(key);
    assertThat(memory.tenantOf(key.id())).contains(key.tenant());

    memory.forget(key.id());
    assertThat(memory.tenantOf(key.id())).isEmpty();
  }

  @Test
  void keysThatDoNotExistDriveOutNoneThatDoes() {
    ApiKey key = shop.key();
    keep(key);
    memory.confirm(0);
    for (int i = 0; i < 10 * MOST_KEYS; i++) {
      KeyId unknown = new KeyId(Shop.nextId());
      memory.keep(memory.begin(unknown), Optional.empty());
    }

    assertThat(memory.recall(key.id())).isEqualTo(known(key));
  }

  /** Otherwise a load that is removed early would miss the next change of its key. */
  @Test
  void everyRunningLoadThatIsRemovedIsOutdated() {
    ApiKey key = shop.key();
    InFlightLoad beforeTheTenant = memory.begin(key.id());
    memory.forget(key.tenant());
    InFlightLoad beforeEverything = memory.begin(key.id());
    memory.forgetEverything();
    InFlightLoad beforeTheKey = memory.begin(key.id());
    memory.forget(key.id());

    assertThat(List.of(beforeTheTenant, beforeEverything, beforeTheKey)).allMatch(InFlightLoad::isOutdated)
        .doesNotHaveDuplicates();
  }

  /** For example of a process that was stopped after it had read and before it answered. */
  @ParameterizedTest
  @EnumSource(Change.class)
  void aLookUpThatEndedIsNotCoveredByALaterConfirmation(Change change) {
    AtomicLong nanos = new AtomicLong();
    CredentialCache cache = new CredentialCache(nanos::get, MOST_KEYS);
    ApiKey key = shop.key();
    cache.confirm(0);
    InFlightLoad load = cache.begin(key.id());
    cache.keep(load, Optional.of(new StoredKey(key, shop.tenant())));
    cache.end(load);
    assertThat(cache.vouchesFor(load)).isTrue();

    nanos.addAndGet(CredentialCache.BOUND.toNanos());
    change.announce(cache, key);
    cache.confirm(nanos.get());

    assertThat(cache.vouchesFor(load)).isFalse();
  }

  @Test
  void aLongLookUpIsCoveredByTheLastConfirmationBeforeItsEnd() {
    AtomicLong nanos = new AtomicLong();
    CredentialCache cache = new CredentialCache(nanos::get, MOST_KEYS);
    InFlightLoad load = cache.begin(shop.key().id());
    nanos.addAndGet(CredentialCache.BOUND.toNanos());
    cache.confirm(nanos.get());
    assertThat(cache.vouchesFor(load)).isTrue();

    cache.end(load);
    assertThat(cache.vouchesFor(load)).isTrue();

    nanos.addAndGet(CredentialCache.BOUND.toNanos());
    cache.confirm(nanos.get());
    assertThat(cache.vouchesFor(load)).isFalse();
  }

  private enum Change {
    OF_THE_KEY {
      @Override
      void announce(CredentialCache cache, ApiKey key) {
        cache.forget(key.id());
      }
    },
    OF_THE_TENANT {
      @Override
      void announce(CredentialCache cache, ApiKey key) {
        cache.forget(key.tenant());
      }
    },
    OF_ANYTHING {
      @Override
      void announce(CredentialCache cache, ApiKey key) {
        cache.forgetEverything();
      }
    };

    abstract void announce(CredentialCache cache, ApiKey key);
  }

  /** The change feed evicts a tenant that the node itself has just changed, at the same time. */
  @Test
  @Tag("race")
  void theKeysOfAnEvictedTenantAreMissedAlsoWhileAnotherThreadEvictsThem() throws Exception {
    ApiKey key = shop.key();
    memory.confirm(0);
    int rounds = 200_000;
    AtomicInteger round = new AtomicInteger();
    Thread feed = Thread.ofPlatform().start(() -> {
      for (int i = 1; i <= rounds; i++) {
        while (round.get() < i) {
          Thread.onSpinWait();
        }
        memory.forget(key.tenant());
      }
    });
    int stale = 0;
    for (int i = 1; i <= rounds; i++) {
      keep(key);
      round.set(i);
      memory.forget(key.tenant());
      stale += memory.recall(key.id()) instanceof CacheLookup.Hit ? 1 : 0;
    }
    feed.join();

    assertThat(stale).isZero();
  }

  @Test
  void allThatIsKnownOfAKeyIsRemembered() {
    Instant later = Shop.NOW.plusSeconds(60);
    KeySettings settings = new KeySettings(
        new Name("Kasse Süd 🏪"),
        KeyStatus.DISABLED,
        Grant.BY_DEFAULT,
        AddressRange.of("192.0.2.0/24").stream().toList(),
        Optional.of(new RateLimit(5, Duration.ofMinutes(1))),
        new Period(Optional.of(Shop.NOW), Optional.of(later)));
    ApiKey plain = shop.key().with(settings);
    ApiKey full = new ApiKey(
        plain.id(), plain.tenant(), plain.environment(), plain.masked(), plain.seal(), settings,
        new Actor.Staff(new MemberId(7)), Shop.NOW.minusSeconds(1), Optional.of(new KeyId(1)),
        Optional.of(new KeyId(2)),
        Optional.of(later.plusNanos(1_000)), 12);
    memory.confirm(0);

    keep(plain);
    assertThat(memory.recall(plain.id())).isEqualTo(known(plain));
    keep(full);
    assertThat(memory.recall(full.id())).isEqualTo(known(full));
  }

  @Test
  void whatIsKnownIsAlwaysOfTheKeyThatWasAskedFor() {
    CredentialCache large = new CredentialCache(() -> 0, 1_000_000);
    large.confirm(0);
    List<ApiKey> keys = Stream.generate(shop::key).limit(40_000).toList();
    keys.forEach(key -> large.keep(large.begin(key.id()), Optional.of(new StoredKey(key, shop.tenant()))));

    assertThat(keys).allSatisfy(key -> assertThat(large.recall(key.id())).isEqualTo(known(key)));
  }

  @Test
  void aKeyThatIsAskedForAgainIsTheSameObject() {
    ApiKey key = shop.key();
    keep(key);
    memory.confirm(0);

    StoredKey first = ((CacheLookup.Hit) memory.recall(key.id())).credential().orElseThrow();
    StoredKey second = ((CacheLookup.Hit) memory.recall(key.id())).credential().orElseThrow();

    assertThat(second).isSameAs(first);
  }

  private CacheLookup known(ApiKey key) {
    return new CacheLookup.Hit(Optional.of(new StoredKey(key, shop.tenant())));
  }

  @Test
  void theLastSealOfAKeyIsKnownHoweverItWasForgotten() {
    ApiKey key = shop.key().with(shop.key().settings());
    memory.confirm(0);
    assertThat(memory.lastSeal(key.id())).isEmpty();
    List<Runnable> forgetting = List.of(
        () -> memory.forget(key.id()),
        () -> memory.forget(key.tenant()),
        memory::forgetEverything);
    for (Runnable forget : forgetting) {
      keep(key);
      assertThat(memory.recall(key.id())).isEqualTo(known(key));
      assertThat(memory.lastSeal(key.id())).contains(key.seal());

      forget.run();

      assertThat(memory.recall(key.id())).isEqualTo(new CacheLookup.Miss());
      assertThat(memory.lastSeal(key.id())).contains(key.seal());
    }
  }

  @Test
  void theLastSealIsForgottenOnceTheKeyIsNotFound() {
    ApiKey key = shop.key();
    keep(key);
    memory.forget(key.id());

    InFlightLoad reading = memory.begin(key.id());
    memory.keep(reading, Optional.empty());

    assertThat(memory.lastSeal(key.id())).isEmpty();
  }

  @Test
  void aLookUpThatFoundNothingAndIsOutOfDateForgetsNoSeal() {
    ApiKey key = shop.key();
    keep(key);
    InFlightLoad reading = memory.begin(key.id());
    memory.forget(key.id());

    memory.keep(reading, Optional.empty());

    assertThat(memory.lastSeal(key.id())).contains(key.seal());
  }

  @Test
  void itTellsHowOftenItKnewTheAnswer() {
    ApiKey key = shop.key();
    memory.confirm(0);

    memory.recall(key.id());
    keep(key);
    memory.recall(key.id());
    memory.recall(key.id());

    assertThat(memory.misses()).isEqualTo(1);
    assertThat(memory.hits()).isEqualTo(2);
  }

  private void keep(ApiKey key) {
    InFlightLoad reading = memory.begin(key.id());
    memory.keep(reading, Optional.of(new StoredKey(key, shop.tenant())));
    memory.end(reading);
  }

  private static ApiKey naming(int campaigns, ApiKey key) {
    Set<CampaignId> named = LongStream.rangeClosed(1, campaigns).mapToObj(CampaignId::new).collect(Collectors.toSet());
    CampaignRule rule = new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.Named(named));
    return ruledBy(List.of(rule), key);
  }

  private static ApiKey ruledBy(List<CampaignRule> rules, ApiKey key) {
    KeySettings plain = key.settings();
    return key.with(
        new KeySettings(
            plain.name(),
            plain.status(),
            new Grant(Set.of(Permission.LEADS_READ), new CampaignAccess(rules)),
            plain.allowedAddresses(),
            plain.rateLimit(),
            plain.period()));
  }
}
