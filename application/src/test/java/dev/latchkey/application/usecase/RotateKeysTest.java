package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating.Rotated;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RotateKeysTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant AN_HOUR_LATER = Shop.OPENING.plus(HOUR);

  private final Shop shop = new Shop();
  private final Issued old = shop.issue("Till");

  @Test
  void bothKeysWorkUntilTheOverlapIsOver() {
    Rotated rotated = rotated(HOUR);

    assertThat(shop.use(rotated.plain())).isInstanceOf(Caller.class);
    assertThat(shop.use(old.plain())).isInstanceOf(Caller.class);
    shop.clock.set(AN_HOUR_LATER.minusNanos(1_000));
    assertThat(shop.use(old.plain())).isInstanceOf(Caller.class);
    shop.clock.set(AN_HOUR_LATER);
    assertThat(shop.use(old.plain())).isEqualTo(new Refusal.KeyExpired());
    assertThat(shop.use(rotated.plain())).isInstanceOf(Caller.class);
  }

  @Test
  void withoutAnOverlapTheOldKeyEndsAtOnce() {
    Rotated rotated = rotated(Duration.ZERO);

    assertThat(shop.use(old.plain())).isEqualTo(new Refusal.KeyExpired());
    assertThat(shop.use(rotated.plain())).isInstanceOf(Caller.class);
  }

  @Test
  void anOverlapNeverOutlivesTheOldKeysOwnExpiry() {
    Issued ending = shop.issue(shop.scope(), during(new Period(Optional.empty(), Optional.of(AN_HOUR_LATER))));

    Rotated rotated = (Rotated) shop.keys.rotate(shop.scope(), ending.key().id(), Rotation.after(Duration.ofDays(30)),
        OptionalLong.empty());

    assertThat(stored(ending.key().id()).settings().period().expiresAt()).contains(AN_HOUR_LATER);
    assertThat(rotated.key().settings().period().expiresAt()).contains(AN_HOUR_LATER);
    shop.clock.set(AN_HOUR_LATER);
    assertThat(shop.use(ending.plain())).isEqualTo(new Refusal.KeyExpired());
  }

  @Test
  void aSuccessorKeepsAStartThatLiesAhead() {
    Issued early = shop.issue(shop.scope(), during(new Period(Optional.of(AN_HOUR_LATER), Optional.empty())));

    Rotated rotated = (Rotated) shop.keys.rotate(shop.scope(), early.key().id(), Rotation.after(HOUR),
        OptionalLong.empty());

    assertThat(shop.use(rotated.plain())).isEqualTo(new Refusal.KeyNotYetValid());
    assertThat(shop.use(early.plain())).isEqualTo(new Refusal.KeyNotYetValid());
    shop.clock.set(AN_HOUR_LATER);
    assertThat(shop.use(rotated.plain())).isInstanceOf(Caller.class);
  }

  @Test
  void aSuccessorEndsWhenItIsAskedToOrElseWhenTheOldKeyWouldHave() {
    Instant later = AN_HOUR_LATER.plusSeconds(1);
    Issued ending = shop.issue(shop.scope(), during(new Period(Optional.empty(), Optional.of(AN_HOUR_LATER))));

    Rotated asked = (Rotated) shop.keys.rotate(
        shop.scope(), ending.key().id(), new Rotation(Duration.ZERO, Optional.of(later)), OptionalLong.empty());
    Rotated unasked = (Rotated) shop.keys.rotate(shop.scope(), asked.key().id(), Rotation.after(Duration.ZERO),
        OptionalLong.empty());

    assertThat(asked.key().settings().period()).isEqualTo(new Period(Optional.empty(), Optional.of(later)));
    assertThat(unasked.key().settings().period()).isEqualTo(asked.key().settings().period());
    assertThat(stored(ending.key().id()).settings().period().expiresAt()).contains(Shop.OPENING);
  }

  @Test
  void aSuccessorThatWouldBeOverOrWouldNotBeginIsNotMade() {
    Issued early = shop.issue(shop.scope(), during(new Period(Optional.of(AN_HOUR_LATER), Optional.empty())));

    assertThat(shop.keys.rotate(
        shop.scope(), early.key().id(), new Rotation(HOUR, Optional.of(Shop.OPENING)), OptionalLong.empty()))
        .isInstanceOfSatisfying(
            Rotating.Unsound.class,
            unsound -> assertThat(unsound.faults()).extracting(Violation::code).containsExactly("in_the_past"));
    assertThat(shop.keys.rotate(
        shop.scope(), early.key().id(), new Rotation(HOUR, Optional.of(AN_HOUR_LATER)), OptionalLong.empty()))
        .isInstanceOfSatisfying(
            Rotating.Unsound.class,
            unsound -> assertThat(unsound.faults()).extracting(Violation::code).containsExactly("not_after_start"));
    assertThat(stored(early.key().id())).isEqualTo(early.key());
  }

  @Test
  void theTwoKeysNameEachOtherAndShareEverythingElse() {
    shop.clock.advance(Duration.ofMinutes(1));
    Rotated rotated = rotated(HOUR);
    ApiKey before = stored(old.key().id());

    assertThat(stored(rotated.key().id())).isEqualTo(rotated.key());
    assertThat(rotated.key().replaces()).contains(old.key().id());
    assertThat(rotated.key().replacedBy()).isEmpty();
    assertThat(rotated.key().settings()).isEqualTo(old.key().settings());
    assertThat(rotated.key().environment()).isEqualTo(old.key().environment());
    assertThat(rotated.key().tenant()).isEqualTo(old.key().tenant());
    assertThat(rotated.key().masked()).isEqualTo(rotated.plain().mask());
    assertThat(rotated.key().createdAt()).isEqualTo(Shop.OPENING.plusSeconds(60));
    assertThat(rotated.key().createdBy()).isEqualTo(shop.scope().actor());
    assertThat(rotated.key().version()).isEqualTo(1);
    assertThat(before.replacedBy()).contains(rotated.key().id());
    assertThat(before.version()).isEqualTo(2);
    assertThat(before.seal()).isEqualTo(old.key().seal());
  }

  @Test
  void aRotationIsWrittenDownOnceForEachOfTheTwoKeys() {
    Rotated rotated = rotated(HOUR);

    assertThat(shop.newEntries()).extracting("action").containsExactly(
        AuditAction.KEY_CREATED, AuditAction.KEY_CREATED, AuditAction.KEY_ROTATED);
    assertThat(shop.newEntries().get(1).subject()).isEqualTo(rotated.key().id());
    assertThat(shop.newEntries().get(1).details())
        .containsEntry("name", "Till")
        .containsEntry("masked_key", rotated.plain().mask().value());
    assertThat(shop.newEntries().getLast().subject()).isEqualTo(old.key().id());
    assertThat(shop.newEntries().getLast().details())
        .containsEntry("name", "Till")
        .containsEntry("masked_key", old.plain().mask().value())
        .containsEntry("replaced_by", rotated.plain().mask().value())
        .containsEntry("overlap_seconds", "3600");
  }

  @Test
  void aDisabledKeyIsNotRotated() {
    disable();

    assertImpossible(RotationObstacle.DISABLED);
  }

  @Test
  void anExpiredKeyIsNotRotated() {
    Issued ending = shop.issue(shop.scope(), during(new Period(Optional.empty(), Optional.of(AN_HOUR_LATER))));
    shop.clock.set(AN_HOUR_LATER);

    assertThat(shop.keys.rotate(shop.scope(), ending.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isEqualTo(new Rotating.Impossible(RotationObstacle.EXPIRED));
  }

  @Test
  void aKeyIsNotRotatedTwiceThoughItsSuccessorMayBe() {
    Rotated rotated = rotated(HOUR);

    assertImpossible(RotationObstacle.ALREADY_ROTATED);
    assertThat(shop.keys.rotate(shop.scope(), rotated.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isInstanceOf(Rotated.class);
  }

  @Test
  void aKeyThatIsNotThereIsNotRotated() {
    assertThat(shop.keys.rotate(shop.scope(), new KeyId(1), Rotation.after(HOUR), OptionalLong.empty()))
        .isEqualTo(new Rotating.NoSuchKey());
  }

  @Test
  void aStrongerKeyIsNotRotated() {
    TenantScope manager = shop.holding(new Grant(Set.of(Permission.API_KEYS_WRITE), CampaignAccess.EVERYWHERE));

    assertThat(shop.keys.rotate(manager, old.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isInstanceOf(Rotating.Escalates.class);
    assertThat(stored(old.key().id())).isEqualTo(old.key());
  }

  @Test
  void aRotationThatLosesARaceAgainstAnotherOneFindsTheKeyRotated() {
    ManageKeys slow = interruptedBy(() -> rotated(HOUR));

    assertThat(slow.rotate(shop.scope(), old.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isEqualTo(new Rotating.Impossible(RotationObstacle.ALREADY_ROTATED));
  }

  @Test
  void aRotationThatLosesARaceAgainstASwitchFindsTheKeyDisabled() {
    ManageKeys slow = interruptedBy(this::disable);

    assertThat(slow.rotate(shop.scope(), old.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isEqualTo(new Rotating.Impossible(RotationObstacle.DISABLED));
  }

  @Test
  void aRotationThatLosesARaceAgainstAChangeRotatesWhatTheWinnerLeft() {
    ManageKeys slow = interruptedBy(() -> change(KeyChange.renamed(new Name("Door"))));

    assertThat(slow.rotate(shop.scope(), old.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isInstanceOfSatisfying(Rotated.class, rotated -> {
          assertThat(rotated.key().settings().name()).isEqualTo(new Name("Door"));
          assertThat(shop.use(rotated.plain())).isInstanceOf(Caller.class);
        });
    assertThat(stored(old.key().id()).version()).isEqualTo(3);
  }

  @Test
  void aRotationOfAnotherVersionIsNotMade() {
    KeyId id = old.key().id();

    assertThat(shop.keys.rotate(shop.scope(), id, Rotation.after(HOUR), OptionalLong.of(2)))
        .isEqualTo(new Rotating.VersionConflict());
    assertThat(stored(id)).isEqualTo(old.key());
    assertThat(shop.newEntries()).hasSize(1);
    assertThat(shop.keys.rotate(shop.scope(), id, Rotation.after(HOUR), OptionalLong.of(1)))
        .isInstanceOf(Rotated.class);
  }

  @Test
  void aRotationThatLosesARaceForItsVersionIsNotMade() {
    KeyId id = old.key().id();
    ManageKeys slow = interruptedBy(() -> change(KeyChange.renamed(new Name("Door"))));

    assertThat(slow.rotate(shop.scope(), id, Rotation.after(HOUR), OptionalLong.of(1)))
        .isEqualTo(new Rotating.VersionConflict());
    assertThat(stored(id).replacedBy()).isEmpty();
    assertThat(stored(id).settings().name()).isEqualTo(new Name("Door"));
    assertThat(shop.newEntries()).hasSize(2);
  }

  @Test
  void ofManyRotationsAtOnceOneIsDone() throws Exception {
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<Rotating>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(() -> {
          start.await(1, TimeUnit.MINUTES);
          return shop.keys.rotate(shop.scope(), old.key().id(), Rotation.after(HOUR), OptionalLong.empty());
        }));
      }
    }
    List<Rotating> ends = new ArrayList<>();
    for (Future<Rotating> each : running) {
      ends.add(each.get());
    }

    assertThat(ends).filteredOn(Rotated.class::isInstance).hasSize(1);
    assertThat(Collections.frequency(ends, new Rotating.Impossible(RotationObstacle.ALREADY_ROTATED)))
        .isEqualTo(threads - 1);
    assertThat(shop.newEntries()).hasSize(3);
    assertThat(shop.store.auditOf(shop.tenant.id())).allMatch(AuditEvent::isIntact);
  }

  @Test
  void aRotationThatLosesAHundredRacesIsGivenUpAndOneThatLosesFewerIsMade() {
    AtomicInteger renamed = new AtomicInteger();
    Runnable renaming = () -> change(KeyChange.renamed(new Name("Door " + renamed.incrementAndGet())));
    List<Runnable> fewer = Collections.nCopies(OptimisticRetry.ATTEMPTS - 1, renaming);
    List<Runnable> hundred = Collections.nCopies(OptimisticRetry.ATTEMPTS, renaming);

    assertThatThrownBy(
        () -> interruptedBy(hundred.toArray(Runnable[]::new)).rotate(shop.scope(), old.key().id(),
            Rotation.after(HOUR), OptionalLong.empty()))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(stored(old.key().id()).replacedBy()).isEmpty();
    assertThat(interruptedBy(fewer.toArray(Runnable[]::new)).rotate(shop.scope(), old.key().id(), Rotation.after(HOUR),
        OptionalLong.empty()))
        .isInstanceOf(Rotated.class);
  }

  private Rotated rotated(Duration overlap) {
    return (Rotated) shop.keys.rotate(shop.scope(), old.key().id(), Rotation.after(overlap), OptionalLong.empty());
  }

  private void assertImpossible(RotationObstacle obstacle) {
    ApiKey before = stored(old.key().id());
    int entries = shop.newEntries().size();

    assertThat(shop.keys.rotate(shop.scope(), old.key().id(), Rotation.after(HOUR), OptionalLong.empty()))
        .isEqualTo(new Rotating.Impossible(obstacle));
    assertThat(stored(old.key().id())).isEqualTo(before);
    assertThat(shop.newEntries()).hasSize(entries);
  }

  private ApiKey stored(KeyId id) {
    return shop.keys.find(shop.scope(), id).orElseThrow();
  }

  private void disable() {
    change(KeyChange.switched(KeyStatus.DISABLED));
  }

  private void change(KeyChange change) {
    shop.keys.change(shop.scope(), old.key().id(), change, OptionalLong.empty());
  }

  private ManageKeys interruptedBy(Runnable... interruptions) {
    return new ManageKeys(
        new Interrupted(shop.store.keys(), interruptions), shop.mint, shop.seals, shop.ids, shop.clock);
  }

  private static KeySettings during(Period period) {
    KeySettings plain = KeySettings.named(new Name("Till"));
    return new KeySettings(
        plain.name(), plain.status(), plain.grant(), plain.allowedAddresses(), plain.rateLimit(), period);
  }
}
