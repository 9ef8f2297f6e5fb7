package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Changing.Changed;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.format.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChangeKeysTest {

  private final Shop shop = new Shop();
  private final Issued issued = shop.issue("Till");

  @Test
  void aChangeOfTheExpectedVersionIsMade() {
    assertThat(change(shop.keys, 1, "Door"))
        .isInstanceOfSatisfying(Changed.class, changed -> assertThat(changed.key()).isEqualTo(stored()));
    assertThat(stored().settings().name()).isEqualTo(new Name("Door"));
    assertThat(change(shop.keys, 2, "Gate")).isInstanceOf(Changed.class);
  }

  @Test
  void aChangeOfAnotherVersionThanTheExpectedOneChangesNothing() {
    assertThat(change(shop.keys, 2, "Door")).isEqualTo(new Changing.VersionConflict());
    assertThat(change(shop.keys, 0, "Door")).isEqualTo(new Changing.VersionConflict());

    assertThat(stored()).isEqualTo(issued.key());
    assertThat(shop.newEntries()).hasSize(1);
  }

  @Test
  void aChangeThatLosesARaceForItsVersionIsNotMade() {
    ManageKeys slow = new ManageKeys(
        new Interrupted(shop.store.keys(), () -> change(shop.keys, 1, "Door")),
        shop.mint,
        shop.seals,
        shop.ids,
        shop.clock);

    assertThat(change(slow, 1, "Gate")).isEqualTo(new Changing.VersionConflict());
    assertThat(stored().settings().name()).isEqualTo(new Name("Door"));
    assertThat(shop.newEntries()).hasSize(2);
  }

  @Test
  void ofManyConcurrentChangesOfOneVersionOneIsMade() throws Exception {
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Future<Changing>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        String name = "Till " + i;
        running.add(pool.submit(() -> {
          start.await(1, TimeUnit.MINUTES);
          return change(shop.keys, 1, name);
        }));
      }
    }
    List<Changing> ends = new ArrayList<>();
    for (Future<Changing> each : running) {
      ends.add(each.get());
    }

    assertThat(ends).filteredOn(Changed.class::isInstance).hasSize(1).contains(new Changed(stored()));
    assertThat(Collections.frequency(ends, new Changing.VersionConflict())).isEqualTo(threads - 1);
    assertThat(shop.newEntries()).hasSize(2);
  }

  @Test
  void whatWasChangedIsWrittenDownByTheNamesOfTheApi() {
    KeyChange both = new KeyChange(
        FieldUpdate.to(new Name("Door")),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.to(Optional.of(Shop.OPENING.plusSeconds(60))));

    shop.keys.change(shop.scope(), issued.key().id(), both, OptionalLong.empty());

    assertThat(shop.newEntries().getLast().details())
        .containsEntry("changed", "expires_at, name")
        .containsEntry("masked_key", issued.plain().mask().value());
  }

  @Test
  void aKeyThatWouldEndBeforeItBeginsIsNotIssued() {
    KeySettings plain = KeySettings.named(new Name("Never"));
    Instant later = Shop.OPENING.plusSeconds(1);
    Period never = new Period(Optional.of(later), Optional.of(later));
    KeySettings unsound = new KeySettings(
        plain.name(), plain.status(), plain.grant(), plain.allowedAddresses(), plain.rateLimit(), never);

    assertThat(shop.keys.issue(shop.scope(), Environment.LIVE, unsound))
        .isInstanceOfSatisfying(Issuing.Unsound.class, this::assertNamesTheEnd);
    assertThat(shop.keys.list(shop.scope(), KeyFilter.ALL, PageRequest.first(20)).items())
        .containsExactly(issued.key());
    assertThat(shop.newEntries()).hasSize(1);
  }

  @Test
  void aKeyIsNotChangedSoThatItWouldEndBeforeItBegins() {
    KeyChange later = during(FieldUpdate.to(Optional.of(Shop.OPENING)), FieldUpdate.keep());
    KeyChange earlier = during(FieldUpdate.keep(), FieldUpdate.to(Optional.of(Shop.OPENING)));
    shop.keys.change(shop.scope(), issued.key().id(), later, OptionalLong.empty());
    ApiKey before = stored();

    assertThat(shop.keys.change(shop.scope(), issued.key().id(), earlier, OptionalLong.empty()))
        .isInstanceOfSatisfying(
            Changing.Unsound.class,
            unsound -> assertThat(unsound.faults()).extracting(Violation::field).containsExactly("expires_at"));
    assertThat(stored()).isEqualTo(before);
    assertThat(shop.newEntries()).hasSize(2);
  }

  @Test
  void aChangeThatChangesNothingLeavesNoTrace() {
    KeySettings was = issued.key().settings();
    KeyChange same = new KeyChange(
        FieldUpdate.to(was.name()),
        FieldUpdate.to(was.status()),
        FieldUpdate.to(was.grant().permissions()),
        FieldUpdate.to(was.grant().campaignAccess()),
        FieldUpdate.to(was.allowedAddresses()),
        FieldUpdate.to(was.rateLimit()),
        FieldUpdate.to(was.period().notBefore()),
        FieldUpdate.to(was.period().expiresAt()));

    for (KeyChange change : List.of(during(FieldUpdate.keep(), FieldUpdate.keep()),
        KeyChange.switched(KeyStatus.ACTIVE), same)) {
      assertThat(shop.keys.change(shop.scope(), issued.key().id(), change, OptionalLong.of(1)))
          .isEqualTo(new Changed(issued.key()));
    }
    assertThat(shop.keys.change(shop.scope(), issued.key().id(), same, OptionalLong.of(2)))
        .isEqualTo(new Changing.VersionConflict());
    assertThat(stored()).isEqualTo(issued.key());
    assertThat(shop.newEntries()).hasSize(1);
  }

  @Test
  void aKeyThatWouldBeOverIsNotIssued() {
    KeySettings plain = KeySettings.named(new Name("Over"));
    for (Instant end : List.of(Shop.OPENING, Shop.OPENING.minusSeconds(1))) {
      KeySettings over = new KeySettings(
          plain.name(), plain.status(), plain.grant(), plain.allowedAddresses(), plain.rateLimit(),
          new Period(Optional.empty(), Optional.of(end)));

      assertThat(shop.keys.issue(shop.scope(), Environment.LIVE, over))
          .isInstanceOfSatisfying(
              Issuing.Unsound.class,
              unsound -> assertThat(unsound.faults()).extracting(Violation::field, Violation::code)
                  .containsExactly(tuple("expires_at", "in_the_past")));
    }
    assertThat(shop.newEntries()).hasSize(1);
  }

  @Test
  void aKeyIsEndedByAnExpiryInThePast() {
    assertThat(shop.keys.change(
        shop.scope(),
        issued.key().id(),
        during(FieldUpdate.keep(), FieldUpdate.to(Optional.of(Shop.OPENING.minusSeconds(1)))),
        OptionalLong.empty()))
        .isInstanceOf(Changed.class);
  }

  @Test
  void aPeriodThatAChangeKeepsIsNotJudgedAnew() {
    KeyChange early = during(FieldUpdate.to(Optional.of(Shop.OPENING.plusSeconds(60))), FieldUpdate.keep());
    shop.keys.change(shop.scope(), issued.key().id(), early, OptionalLong.empty());
    shop.keys.rotate(shop.scope(), issued.key().id(), Rotation.after(Duration.ZERO), OptionalLong.empty());
    assertThat(stored().settings().period().holdsAMoment()).isFalse();

    assertThat(change(shop.keys, 3, "Door")).isInstanceOf(Changed.class);
  }

  @Test
  void keysAreListedByTheirStateOfNow() {
    KeyChange ending = during(FieldUpdate.keep(), FieldUpdate.to(Optional.of(Shop.OPENING.plusSeconds(60))));
    shop.keys.change(shop.scope(), issued.key().id(), ending, OptionalLong.empty());
    KeyFilter expired = KeyFilter.ALL.with(KeyState.EXPIRED);

    assertThat(shop.keys.list(shop.scope(), expired, PageRequest.first(20)).items()).isEmpty();
    shop.clock.advance(Duration.ofSeconds(60));
    assertThat(shop.keys.list(shop.scope(), expired, PageRequest.first(20)).items()).containsExactly(stored());
  }

  private void assertNamesTheEnd(Issuing.Unsound unsound) {
    assertThat(unsound.faults()).extracting(Violation::field, Violation::code)
        .containsExactly(tuple("expires_at", "not_after_start"));
  }

  private static KeyChange during(
      FieldUpdate<Optional<Instant>> notBefore, FieldUpdate<Optional<Instant>> expiresAt) {
    return new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep(), notBefore, expiresAt);
  }

  private Changing change(ManageKeys keys, long expectedVersion, String name) {
    return keys.change(
        shop.scope(), issued.key().id(), KeyChange.renamed(new Name(name)), OptionalLong.of(expectedVersion));
  }

  private ApiKey stored() {
    return shop.keys.find(shop.scope(), issued.key().id()).orElseThrow();
  }
}
