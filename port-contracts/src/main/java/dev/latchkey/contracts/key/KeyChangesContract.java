package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises about creating, changing and deleting keys. */
public interface KeyChangesContract extends StoreContract {

  @Test
  @Promise(of = ForStoringKeys.class, says = "Stores a new key and the audit entry, both or neither.")
  @Promise(of = ForStoringKeys.class, says = "Returns the key in its current state; empty if the tenant has none with "
      + "this id.")
  default void aNewKeyIsStoredWithItsAuditEntry() {
    Household household = Household.in(store());
    ApiKey key = household.key("Till");
    AuditEntry entry = household.entry(AuditAction.KEY_CREATED, key.id());

    store().keys().add(household.scope(), key, entry);

    assertThat(household.find(key)).contains(key);
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Stores a new key and the audit entry, both or neither.")
  default void aNewKeyIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    ApiKey there = household.key("There");
    AuditEntry entry = household.entry(AuditAction.KEY_CREATED, there.id());
    store().keys().add(household.scope(), there, entry);
    ApiKey key = household.key("Till");

    assertThatThrownBy(() -> store().keys().add(household.scope(), key, entry)).satisfies(Thrown::isNoVendors);

    assertThat(household.find(key)).isEmpty();
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Stores a new key and the audit entry, both or neither.")
  default void anAuditEntryIsNotStoredWhereItsNewKeyCannotBe() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    List<AuditEntry> before = household.entries();

    AuditEntry entry = household.entry(AuditAction.KEY_CREATED, key.id());
    assertThatThrownBy(() -> store().keys().add(household.scope(), key, entry)).satisfies(Thrown::isNoVendors);

    assertThat(household.find(key)).contains(key);
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the key in its current state; empty if the tenant has none with "
      + "this id.")
  default void aKeyThatNobodyStoredIsNotThere() {
    Household household = Household.in(store());

    assertThat(household.find(household.key("Till"))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Storage of the keys of one tenant: a key of another tenant is not "
      + "visible.")
  default void aKeyOfAnotherTenantIsNotThere() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    ApiKey theirs = other.stored(other.key("Theirs"));
    List<AuditEntry> before = other.entries();
    ApiKey changed = theirs.with(SettingsSamples.NOTHING);

    assertThat(store().keys().find(household.scope(), theirs.id())).isEmpty();
    assertThat(
        store().keys().replace(household.scope(), changed, household.entry(AuditAction.KEY_CHANGED, theirs.id())))
        .isEqualTo(Written.STALE);
    assertThat(
        store().keys().remove(household.scope(), theirs, household.entry(AuditAction.KEY_DELETED, theirs.id())))
        .isEqualTo(Written.STALE);

    assertThat(other.find(theirs)).contains(theirs);
    assertThat(other.entries()).isEqualTo(before);
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "@throws IllegalArgumentException if the key belongs to another tenant")
  default void aKeyIsNotAddedToAnotherTenantThanItsOwn() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    ApiKey theirs = other.key("Theirs");
    AuditEntry entry = household.entry(AuditAction.KEY_CREATED, theirs.id());

    assertThatThrownBy(() -> store().keys().add(household.scope(), theirs, entry))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(other.find(theirs)).isEmpty();
    assertThat(household.find(theirs)).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the changed one, "
      + "and stores the audit entry, both or neither.")
  default void theKeyWhoseVersionIsOneLessIsReplacedAndTheAuditEntryStored() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey bystander = household.stored(household.key("Bystander"));
    ApiKey changed = key.with(SettingsSamples.FULLEST);
    AuditEntry entry = household.entry(AuditAction.KEY_CHANGED, key.id());

    assertThat(store().keys().replace(household.scope(), changed, entry)).isEqualTo(Written.DONE);

    assertThat(household.find(key)).contains(changed);
    assertThat(household.find(bystander)).contains(bystander);
    assertThat(household.entries()).hasSize(3).endsWith(entry);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the changed "
      + "one, and stores the audit entry, both or neither.")
  default void aChangeTakesAwayWhatItNoLongerHas() {
    Household household = Household.in(store());
    ApiKey full = household.stored(household.key("Till").with(SettingsSamples.FULLEST));
    ApiKey bare = full.with(SettingsSamples.NOTHING);

    AuditEntry entry = household.entry(AuditAction.KEY_CHANGED, full.id());
    assertThat(store().keys().replace(household.scope(), bare, entry)).isEqualTo(Written.DONE);

    assertThat(household.find(full)).contains(bare);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the changed one, "
      + "and stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write came "
      + "first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aChangeMadeFromAnOlderVersionIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    ApiKey first = household.stored(household.key("Till"));
    ApiKey second = first.with(SettingsSamples.FULLEST);
    store().keys().replace(household.scope(), second, household.entry(AuditAction.KEY_CHANGED, first.id()));
    List<AuditEntry> before = household.entries();

    ApiKey late = first.with(SettingsSamples.NOTHING);
    AuditEntry entry = household.entry(AuditAction.KEY_CHANGED, first.id());

    assertThat(store().keys().replace(household.scope(), late, entry)).isEqualTo(Written.STALE);
    assertThat(household.find(first)).contains(second);
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the changed one, "
      + "and stores the audit entry, both or neither.")
  default void aChangeMadeFromAVersionStillToComeIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    ApiKey first = household.stored(household.key("Till"));
    ApiKey third = first.with(SettingsSamples.FULLEST).with(SettingsSamples.NOTHING);
    List<AuditEntry> before = household.entries();

    AuditEntry entry = household.entry(AuditAction.KEY_CHANGED, first.id());

    assertThat(store().keys().replace(household.scope(), third, entry)).isEqualTo(Written.STALE);
    assertThat(household.find(first)).contains(first);
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write "
      + "came first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aChangeOfAKeyThatIsNotThereIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    ApiKey key = household.key("Till");

    AuditEntry entry = household.entry(AuditAction.KEY_CHANGED, key.id());

    assertThat(store().keys().replace(household.scope(), key.with(SettingsSamples.FULLEST), entry))
        .isEqualTo(Written.STALE);
    assertThat(household.find(key)).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the changed one, "
      + "and stores the audit entry, both or neither.")
  @Promise(of = ForStoringKeys.class, says = "Deletes the key permanently if it still has this version, and stores the "
      + "audit entry, both or neither.")
  default void aChangeIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    ApiKey key = household.key("Till");
    AuditEntry entry = household.entry(AuditAction.KEY_CREATED, key.id());
    store().keys().add(household.scope(), key, entry);

    ApiKey changed = key.with(SettingsSamples.FULLEST);
    assertThatThrownBy(() -> store().keys().replace(household.scope(), changed, entry)).satisfies(Thrown::isNoVendors);
    assertThatThrownBy(() -> store().keys().remove(household.scope(), key, entry)).satisfies(Thrown::isNoVendors);

    assertThat(household.find(key)).contains(key);
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Replaces the key whose version is one less than that of the changed one, "
      + "and stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The outcome of a conditional write.")
  default void ofTwoChangesAtOnceExactlyOneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      ApiKey key = household.stored(household.key("Till"));

      List<Written> ends = Race.of(
          i -> () -> store()
              .keys()
              .replace(
                  household.scope(),
                  key.with(KeySettings.named(new Name("Till " + i))),
                  household.entry(AuditAction.KEY_CHANGED, key.id())));

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      ApiKey winner = key.with(KeySettings.named(new Name("Till " + ends.indexOf(Written.DONE))));
      assertThat(household.find(key)).contains(winner);
      assertThat(household.entries()).hasSize(2);
      household.assertChained();
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Deletes the key permanently if it still has this version, and stores the "
      + "audit entry, both or neither.")
  default void ofARemovalAndChangesAtOnceExactlyOneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      ApiKey key = household.stored(household.key("Till"));
      ApiKey changed = key.with(SettingsSamples.NOTHING);

      List<Written> ends = Race.of(
          i -> () -> i % 2 == 0
              ? store()
                  .keys()
                  .remove(household.scope(), key, household.entry(AuditAction.KEY_DELETED, key.id()))
              : store()
                  .keys()
                  .replace(household.scope(), changed, household.entry(AuditAction.KEY_CHANGED, key.id())));

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      assertThat(household.find(key).isEmpty()).isEqualTo(ends.indexOf(Written.DONE) % 2 == 0);
      assertThat(household.entries()).hasSize(2);
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Deletes the key permanently if it still has this version, and stores the "
      + "audit entry, both or neither.")
  default void aRemovedKeyIsGoneForGood() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey bystander = household.stored(household.key("Bystander"));
    AuditEntry entry = household.entry(AuditAction.KEY_DELETED, key.id());

    assertThat(store().keys().remove(household.scope(), key, entry)).isEqualTo(Written.DONE);
    List<AuditEntry> after = household.entries();

    assertThat(after).hasSize(3).endsWith(entry);
    assertThat(household.find(key)).isEmpty();
    assertThat(household.find(bystander)).contains(bystander);
    assertThat(
        store()
            .keys()
            .replace(
                household.scope(),
                key.with(SettingsSamples.FULLEST),
                household.entry(AuditAction.KEY_CHANGED, key.id())))
        .isEqualTo(Written.STALE);
    assertThat(store().keys().remove(household.scope(), key, household.entry(AuditAction.KEY_DELETED, key.id())))
        .isEqualTo(Written.STALE);
    assertThat(household.find(key)).isEmpty();
    assertThat(household.entries()).isEqualTo(after);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Deletes the key permanently if it still has this version, and stores the "
      + "audit entry, both or neither.")
  default void aRemovalOfAnotherVersionIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    ApiKey first = household.stored(household.key("Till"));
    ApiKey second = first.with(SettingsSamples.FULLEST);
    store().keys().replace(household.scope(), second, household.entry(AuditAction.KEY_CHANGED, first.id()));
    List<AuditEntry> before = household.entries();

    AuditEntry entry = household.entry(AuditAction.KEY_DELETED, first.id());

    assertThat(store().keys().remove(household.scope(), first, entry)).isEqualTo(Written.STALE);
    assertThat(household.find(first)).contains(second);
    assertThat(household.entries()).isEqualTo(before);
  }
}
