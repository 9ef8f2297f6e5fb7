package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManageKeysTest {

  private final Shop shop = new Shop();

  @Test
  void anIssuedKeyWorksImmediately() {
    Issued issued = issue("Till");

    assertThat(shop.keys.find(shop.scope(), issued.key().id())).contains(issued.key());
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);
    assertThat(issued.key().version()).isEqualTo(1);
    assertThat(issued.key().createdAt()).isEqualTo(Shop.OPENING);
    assertThat(issued.key().createdBy()).isEqualTo(new Actor.Operator());
    assertThat(issued.key().masked()).isEqualTo(issued.plain().mask());
  }

  @Test
  void anIssuedKeyWorksThoughItWasTriedBeforeItExisted() {
    Shop twin = new Shop();
    Issued foreseen = twin.issue("Till");
    assertThat(shop.use(foreseen.plain())).isEqualTo(new Refusal.KeyInvalid());

    Issued issued = issue("Till");

    assertThat(issued.plain().reveal()).isEqualTo(foreseen.plain().reveal());
    assertThat(shop.use(foreseen.plain())).isInstanceOf(Caller.class);
  }

  @Test
  void issuingIsWrittenDownWithNameAndMask() {
    Issued issued = issue("Till");

    assertThat(shop.newEntries()).singleElement().satisfies(entry -> {
      assertEntry(entry, AuditAction.KEY_CREATED, issued.key().id());
      assertThat(entry.actor()).isEqualTo(new Actor.Operator());
      assertThat(entry.address()).isEqualTo(Shop.OFFICE);
      assertThat(entry.at()).isEqualTo(Shop.OPENING);
      assertThat(entry.details())
          .containsEntry("name", "Till")
          .containsEntry("masked_key", issued.plain().mask().value());
    });
  }

  @Test
  void whatIsStoredAndWrittenDownDoesNotHoldTheSecret() {
    Issued issued = issue("Till");
    String secret = issued.plain().reveal().substring("lk_live_00000000000_".length());

    assertThat(shop.keys.find(shop.scope(), issued.key().id()).toString()).doesNotContain(secret);
    assertThat(shop.newEntries().toString()).doesNotContain(secret);
    assertThat(issued.toString()).doesNotContain(secret);
  }

  @Test
  void whoHoldsAKeyIsWrittenDownAsItsHolder() {
    TenantScope manager = shop.holding(new Grant(Set.of(Permission.values()), CampaignAccess.EVERYWHERE));

    Issued issued = shop.issue(manager, KeySettings.named(new Name("Till")));

    assertThat(manager.actor()).isInstanceOf(Actor.Holder.class);
    assertThat(issued.key().createdBy()).isEqualTo(manager.actor());
    assertThat(shop.newEntries().getLast().actor()).isEqualTo(manager.actor());
  }

  @Test
  void aKeyIsMadeForItsEnvironment() {
    assertThat(shop.keys.issue(shop.scope(), Environment.DEV, KeySettings.named(new Name("Till"))))
        .isInstanceOfSatisfying(Issued.class, issued -> {
          assertThat(issued.plain().environment()).isEqualTo(Environment.DEV);
          assertThat(issued.key().environment()).isEqualTo(Environment.DEV);
        });
  }

  @Test
  void aKeyIsRenamedAndItIsWrittenDown() {
    Issued issued = issue("Till");
    shop.clock.advance(Duration.ofMinutes(1));

    Optional<ApiKey> renamed = change(issued, KeyChange.renamed(new Name("Door")));

    assertThat(renamed.orElseThrow().settings().name()).isEqualTo(new Name("Door"));
    assertThat(renamed.orElseThrow().version()).isEqualTo(2);
    assertThat(shop.keys.find(shop.scope(), issued.key().id())).isEqualTo(renamed);
    AuditEntry entry = shop.newEntries().getLast();
    assertEntry(entry, AuditAction.KEY_CHANGED, issued.key().id());
    assertThat(entry.details()).containsEntry("name", "Door");
    assertThat(entry.at()).isEqualTo(Shop.OPENING.plusSeconds(60));
  }

  @Test
  void aDisabledKeyIsRefusedInTheNextCheckAndAnEnabledOneIsNot() {
    Issued issued = issue("Till");

    change(issued, KeyChange.switched(KeyStatus.DISABLED));
    assertThat(shop.use(issued.plain())).isEqualTo(new Refusal.KeyDisabled());

    change(issued, KeyChange.switched(KeyStatus.ACTIVE));
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);

    assertThat(shop.newEntries()).extracting(AuditEntry::action)
        .containsExactly(AuditAction.KEY_CREATED, AuditAction.KEY_DISABLED, AuditAction.KEY_ENABLED);
  }

  @Test
  void aDeletedKeyIsRefusedLikeOneThatNeverWas() {
    Issued issued = issue("Till");

    assertThat(shop.keys.delete(shop.scope(), issued.key().id(), OptionalLong.empty()))
        .isEqualTo(new Deleting.Deleted(issued.key()));

    assertThat(shop.use(issued.plain())).isEqualTo(new Refusal.KeyInvalid());
    assertThat(shop.keys.find(shop.scope(), issued.key().id())).isEmpty();
    assertThat(shop.keys.delete(shop.scope(), issued.key().id(), OptionalLong.empty()))
        .isEqualTo(new Deleting.NoSuchKey());
    assertThat(change(issued, KeyChange.renamed(new Name("Door")))).isEmpty();
    assertThat(shop.newEntries()).hasSize(2);
    assertEntry(shop.newEntries().getLast(), AuditAction.KEY_DELETED, issued.key().id());
    assertThat(shop.newEntries().getLast().details())
        .containsEntry("name", "Till")
        .containsEntry("masked_key", issued.plain().mask().value());
  }

  @Test
  void aKeyOfAnotherTenantIsNotThere() {
    Issued issued = issue("Till");
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());
    TenantScope scope = shop.operator.enter(other);
    KeyId id = issued.key().id();

    assertThat(shop.keys.find(scope, id)).isEmpty();
    assertThat(shop.keys.change(scope, id, KeyChange.switched(KeyStatus.DISABLED), OptionalLong.empty()))
        .isEqualTo(new Changing.NoSuchKey());
    assertThat(shop.keys.rotate(scope, id, Rotation.after(Duration.ZERO), OptionalLong.empty()))
        .isEqualTo(new Rotating.NoSuchKey());
    assertThat(shop.keys.delete(scope, id, OptionalLong.empty())).isEqualTo(new Deleting.NoSuchKey());
    assertThat(shop.keys.list(scope, KeyFilter.ALL, PageRequest.first(20)).items()).isEmpty();
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);
  }

  @Test
  void keysAreListedNewestFirst() {
    Issued older = issue("Till");
    Issued newer = issue("Door");

    assertThat(shop.keys.list(shop.scope(), KeyFilter.ALL, PageRequest.first(20)).items())
        .containsExactly(newer.key(), older.key());
  }

  @Test
  void aChangeThatLosesARaceIsMadeAgainFromWhatTheWinnerLeft() {
    Issued issued = issue("Till");
    ManageKeys slow = over(new Interrupted(
        shop.store.keys(),
        () -> change(issued, KeyChange.renamed(new Name("Door"))),
        () -> change(issued, KeyChange.renamed(new Name("Gate")))));

    ApiKey changed = change(slow, issued, KeyChange.switched(KeyStatus.DISABLED)).orElseThrow();

    assertThat(changed.settings().name()).isEqualTo(new Name("Gate"));
    assertThat(changed.settings().status()).isEqualTo(KeyStatus.DISABLED);
    assertThat(changed.version()).isEqualTo(4);
    assertThat(shop.newEntries()).extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.KEY_CREATED,
            AuditAction.KEY_CHANGED,
            AuditAction.KEY_CHANGED,
            AuditAction.KEY_DISABLED);
  }

  @Test
  void aChangeThatLosesARaceAgainstADeletionFindsNothing() {
    Issued issued = issue("Till");
    ManageKeys slow = over(
        new Interrupted(shop.store.keys(),
            () -> shop.keys.delete(shop.scope(), issued.key().id(), OptionalLong.empty())));

    assertThat(change(slow, issued, KeyChange.renamed(new Name("Door")))).isEmpty();
    assertThat(shop.newEntries()).hasSize(2);
  }

  @Test
  void aDeletionThatLosesARaceDeletesWhatTheWinnerLeft() {
    Issued issued = issue("Till");
    ManageKeys slow = over(
        new Interrupted(shop.store.keys(), () -> change(issued, KeyChange.renamed(new Name("Door")))));

    assertThat(slow.delete(shop.scope(), issued.key().id(), OptionalLong.empty())).isInstanceOfSatisfying(
        Deleting.Deleted.class, deleted -> assertThat(deleted.key().settings().name()).isEqualTo(new Name("Door")));
    assertThat(shop.newEntries().getLast().details()).containsEntry("name", "Door");
    assertThat(shop.keys.find(shop.scope(), issued.key().id())).isEmpty();
  }

  @Test
  void aDeletionOfAnotherVersionIsNotMade() {
    Issued issued = issue("Till");
    KeyId id = issued.key().id();
    TenantScope scope = shop.scope();

    assertThat(shop.keys.delete(scope, id, OptionalLong.of(2))).isEqualTo(new Deleting.VersionConflict());
    assertThat(shop.keys.find(scope, id)).contains(issued.key());
    assertThat(shop.newEntries()).hasSize(1);
    assertThat(shop.keys.delete(scope, id, OptionalLong.of(1))).isEqualTo(new Deleting.Deleted(issued.key()));
  }

  @Test
  void aDeletionThatLosesARaceForItsVersionIsNotMade() {
    Issued issued = issue("Till");
    KeyId id = issued.key().id();
    ManageKeys slow = over(
        new Interrupted(shop.store.keys(), () -> change(issued, KeyChange.renamed(new Name("Door")))));

    assertThat(slow.delete(shop.scope(), id, OptionalLong.of(1))).isEqualTo(new Deleting.VersionConflict());
    assertThat(shop.keys.find(shop.scope(), id).orElseThrow().settings().name()).isEqualTo(new Name("Door"));
    assertThat(shop.newEntries()).extracting(AuditEntry::action)
        .containsExactly(AuditAction.KEY_CREATED, AuditAction.KEY_CHANGED);
  }

  @Test
  void aChangeThatLosesAHundredRacesIsGivenUpAndOneThatLosesFewerIsMade() {
    Issued issued = issue("Till");
    ManageKeys slow = over(interruptedOften(issued, OptimisticRetry.ATTEMPTS - 1));
    ManageKeys slower = over(interruptedOften(issued, OptimisticRetry.ATTEMPTS));

    assertThat(change(slow, issued, KeyChange.switched(KeyStatus.DISABLED))).isPresent();
    assertThatThrownBy(() -> change(slower, issued, KeyChange.switched(KeyStatus.ACTIVE)))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(shop.keys.find(shop.scope(), issued.key().id()).orElseThrow().settings().status())
        .isEqualTo(KeyStatus.DISABLED);
  }

  @Test
  void aDeletionThatLosesAHundredRacesIsGivenUpAndOneThatLosesFewerIsMade() {
    Issued issued = issue("Till");
    KeyId id = issued.key().id();
    ManageKeys slow = over(interruptedOften(issued, OptimisticRetry.ATTEMPTS - 1));
    ManageKeys slower = over(interruptedOften(issued, OptimisticRetry.ATTEMPTS));

    assertThatThrownBy(() -> slower.delete(shop.scope(), id, OptionalLong.empty()))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(shop.keys.find(shop.scope(), id)).isPresent();
    assertThat(slow.delete(shop.scope(), id, OptionalLong.empty())).isInstanceOf(Deleting.Deleted.class);
  }

  private Interrupted interruptedOften(Issued issued, int times) {
    AtomicInteger renamed = new AtomicInteger();
    Runnable renaming = () -> change(issued, KeyChange.renamed(new Name("Door " + renamed.incrementAndGet())));
    return new Interrupted(shop.store.keys(), Collections.nCopies(times, renaming).toArray(Runnable[]::new));
  }

  @Test
  void noneOfManyConcurrentChangesIsLost() throws Exception {
    Issued issued = issue("Till");
    int threads = 4;
    int each = 50;
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        String name = "Till " + i + " ";
        running.add(pool.submit(() -> {
          for (int j = 0; j < each; j++) {
            change(issued, KeyChange.renamed(new Name(name + j)));
          }
        }));
      }
    }
    for (Future<?> change : running) {
      change.get();
    }

    assertThat(shop.keys.find(shop.scope(), issued.key().id()).orElseThrow().version()).isEqualTo(1 + threads * each);
    assertThat(shop.newEntries()).hasSize(1 + threads * each);
    assertThat(shop.store.auditOf(shop.tenant.id())).allMatch(AuditEvent::isIntact);
  }

  @Test
  void aKeyExpiresByTheClock() {
    Period untilTen = new Period(Optional.empty(), Optional.of(Shop.OPENING.plusSeconds(3600)));
    KeySettings plain = KeySettings.named(new Name("Till"));
    Issued issued = shop.issue(
        shop.scope(),
        new KeySettings(
            plain.name(),
            plain.status(),
            plain.grant(),
            plain.allowedAddresses(),
            plain.rateLimit(),
            untilTen));

    shop.clock.set(Shop.OPENING.plusSeconds(3600).minusNanos(1_000));
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);
    shop.clock.set(Shop.OPENING.plusSeconds(3600));
    assertThat(shop.use(issued.plain())).isEqualTo(new Refusal.KeyExpired());
  }

  private Issued issue(String name) {
    return shop.issue(name);
  }

  private Optional<ApiKey> change(Issued issued, KeyChange change) {
    return change(shop.keys, issued, change);
  }

  private Optional<ApiKey> change(ManageKeys keys, Issued issued, KeyChange change) {
    return switch (keys.change(shop.scope(), issued.key().id(), change, OptionalLong.empty())) {
      case Changing.Changed(ApiKey key) -> Optional.of(key);
      case Changing.NoSuchKey() -> Optional.empty();
      case Changing other -> throw new IllegalStateException(other.toString());
    };
  }

  private ManageKeys over(Interrupted store) {
    return new ManageKeys(store, shop.mint, shop.seals, shop.ids, shop.clock);
  }

  private static void assertEntry(AuditEntry entry, AuditAction action, KeyId subject) {
    assertThat(entry.action()).isEqualTo(action);
    assertThat(entry.subject()).isEqualTo(subject);
  }
}
