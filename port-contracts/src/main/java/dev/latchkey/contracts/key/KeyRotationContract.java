package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The promises about rotating keys. */
public interface KeyRotationContract extends StoreContract {

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the ended one, "
      + "adds its successor and stores the audit entries in this order, all or nothing.")
  default void aRotationEndsOneKeyAndAddsTheOtherWithItsAuditEntries() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key(new KeyId(NewIds.next()), SettingsSamples.FULLEST));
    ApiKey bystander = household.stored(household.key("Bystander"));
    ApiKey next = successor(key);
    List<AuditEntry> entries = rotationOf(household, key, next);

    assertThat(store().keys().rotate(household.scope(), ended(key, next), next, entries)).isEqualTo(Written.DONE);

    assertThat(household.find(key)).contains(ended(key, next));
    assertThat(household.find(next)).contains(next);
    assertThat(household.find(bystander)).contains(bystander);
    assertThat(household.entries()).hasSize(4).endsWith(entries.getFirst(), entries.getLast());
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Requests counted against the rate limit of the key are counted against "
      + "that of the successor too.")
  default void aRotatedKeyHasNoFreshBucketHoweverOftenItIsRotated() {
    Household household = Household.in(store());
    RateLimit limit = new RateLimit(3, Duration.ofDays(1));
    ApiKey key = household.stored(household.key("Till"));
    assertThat(used(key, limit)).isTrue();

    ApiKey next = successor(key);
    store().keys().rotate(household.scope(), ended(key, next), next, rotationOf(household, key, next));
    assertThat(used(next, limit)).isTrue();
    ApiKey afterNext = successor(next);
    store().keys().rotate(household.scope(), ended(next, afterNext), afterNext, rotationOf(household, next, afterNext));

    assertThat(used(afterNext, limit)).isTrue();
    assertThat(used(afterNext, limit)).isFalse();
    assertThat(used(next, limit)).as("the old key goes on with its own").isTrue();
  }

  private boolean used(ApiKey key, RateLimit limit) {
    return store().rates().count(key.id(), limit) instanceof RateVerdict.Within;
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Once a change has returned, ForFindingCredentials returns the changed "
      + "state.")
  default void bothKeysOfARotationAreFoundAtOnceAlsoIfTheyWereLookedForBefore() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey next = successor(key);
    assertThat(found(key)).isPresent();
    assertThat(found(next)).isEmpty();

    store().keys().rotate(household.scope(), ended(key, next), next, rotationOf(household, key, next));

    assertThat(found(key)).contains(new StoredKey(ended(key, next), household.tenant()));
    assertThat(found(next)).contains(new StoredKey(next, household.tenant()));
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the ended one, "
      + "adds its successor and stores the audit entries in this order, all or nothing.")
  default void aRotationOfAnotherVersionIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey changed = key.with(SettingsSamples.ENDING);
    store().keys().replace(household.scope(), changed, household.entry(AuditAction.KEY_CHANGED, key.id()));
    List<AuditEntry> before = household.entries();
    ApiKey next = successor(key);

    assertThat(
        store().keys().rotate(household.scope(), ended(key, next), next, rotationOf(household, key, next)))
        .isEqualTo(Written.STALE);

    assertThat(household.find(key)).contains(changed);
    assertThat(household.find(next)).isEmpty();
    assertThat(found(next)).isEmpty();
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write "
      + "came first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aKeyThatIsGoneIsNotRotated() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    store().keys().remove(household.scope(), key, household.entry(AuditAction.KEY_DELETED, key.id()));
    ApiKey next = successor(key);

    assertThat(
        store().keys().rotate(household.scope(), ended(key, next), next, rotationOf(household, key, next)))
        .isEqualTo(Written.STALE);
    assertThat(household.find(key)).isEmpty();
    assertThat(household.find(next)).isEmpty();
    assertThat(household.entries()).hasSize(2);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Storage of the keys of one tenant: a key of another tenant is not "
      + "visible.")
  default void aKeyOfAnotherTenantIsNotRotated() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    ApiKey theirs = other.stored(other.key("Theirs"));
    ApiKey ours = household.key("Ours");
    List<AuditEntry> entries = rotationOf(household, theirs, ours);

    assertThat(store().keys().rotate(household.scope(), ended(theirs, ours), ours, entries)).isEqualTo(Written.STALE);
    assertThatThrownBy(
        () -> store().keys().rotate(household.scope(), ended(theirs, ours), successor(theirs), entries))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(other.find(theirs)).contains(theirs);
    assertThat(household.find(ours)).isEmpty();
    assertThat(household.entries()).isEmpty();
    assertThat(other.entries()).hasSize(1);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the ended one, "
      + "adds its successor and stores the audit entries in this order, all or nothing.")
  default void nothingOfARotationIsStoredWhereItsSuccessorOrItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey taken = household.stored(household.key("Taken"));
    List<AuditEntry> before = household.entries();
    ApiKey colliding = household.key(taken.id(), SettingsSamples.PLAIN);
    ApiKey next = successor(key);

    assertThatThrownBy(
        () -> store()
            .keys()
            .rotate(household.scope(), ended(key, colliding), colliding, rotationOf(household, key, colliding)))
        .satisfies(Thrown::isNoVendors);
    AuditEntry entry = household.entry(AuditAction.KEY_ROTATED, key.id());
    for (List<AuditEntry> entries : List.of(
        List.of(before.getFirst(), entry), List.of(entry, before.getFirst()), List.of(entry, entry))) {
      assertThatThrownBy(() -> store().keys().rotate(household.scope(), ended(key, next), next, entries))
          .satisfies(Thrown::isNoVendors);
    }

    assertThat(household.find(key)).contains(key);
    assertThat(household.find(taken)).contains(taken);
    assertThat(household.find(next)).isEmpty();
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the ended one, "
      + "adds its successor and stores the audit entries in this order, all or nothing.")
  default void ofManyRotationsAtOnceExactlyOneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      ApiKey key = household.stored(household.key("Till"));
      List<ApiKey> successors = Collections.nCopies(Race.CONTESTANTS, key)
          .stream()
          .map(KeyRotationContract::successor)
          .toList();

      List<Written> ends = Race.of(i -> {
        ApiKey next = successors.get(i);
        List<AuditEntry> entries = rotationOf(household, key, next);
        return () -> store().keys().rotate(household.scope(), ended(key, next), next, entries);
      });

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      assertThat(Collections.frequency(ends, Written.STALE)).isEqualTo(Race.CONTESTANTS - 1);
      ApiKey winner = successors.get(ends.indexOf(Written.DONE));
      assertThat(household.find(key)).contains(ended(key, winner));
      assertThat(successors).filteredOn(next -> household.find(next).isPresent()).containsExactly(winner);
      assertThat(household.entries()).hasSize(3);
      assertThat(household.entries().get(1).subject()).isEqualTo(winner.id());
      household.assertChained();
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the ended one, "
      + "adds its successor and stores the audit entries in this order, all or nothing.")
  default void noReaderSeesHalfARotation() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      ApiKey key = household.stored(household.key("Till"));
      ApiKey next = successor(key);
      List<AuditEntry> entries = rotationOf(household, key, next);
      AtomicBoolean written = new AtomicBoolean();

      List<Boolean> halves = Race.of(i -> () -> {
        if (i == 0) {
          try {
            store().keys().rotate(household.scope(), ended(key, next), next, entries);
          } finally {
            // Set after a failure too; otherwise the other threads would wait forever.
            written.set(true);
          }
        }
        boolean sawHalf = false;
        boolean last;
        do {
          last = written.get();
          boolean ended = household.find(key).orElseThrow().replacedBy().isPresent();
          sawHalf |= ended && household.find(next).isEmpty();
        } while (!last);
        return sawHalf;
      });

      assertThat(halves).containsOnly(false);
    }
  }

  private Optional<StoredKey> found(ApiKey key) {
    return store().credentials().find(key.id());
  }

  private static ApiKey successor(ApiKey key) {
    return key.succeededBy(
        Visitors.plain(Environment.LIVE, new KeyId(NewIds.next())),
        Visitors.seal("v2"),
        key.settings(),
        new Actor.Operator(),
        Moments.NOW.plusSeconds(60));
  }

  private static ApiKey ended(ApiKey key, ApiKey successor) {
    return key.replaced(successor.id(), Moments.NOW.plus(Duration.ofDays(30)));
  }

  private static List<AuditEntry> rotationOf(Household household, ApiKey key, ApiKey successor) {
    return List.of(
        household.entry(AuditAction.KEY_CREATED, successor.id()), household.entry(AuditAction.KEY_ROTATED, key.id()));
  }
}
