package dev.latchkey.contracts.key;

import static dev.latchkey.contracts.support.Household.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForFindingCredentials}. */
@Untested(of = ForFindingCredentials.class, says = "A change that was written before this call is visible: immediately "
    + "if this node wrote it, and after at most one second if another node wrote it.", because = "Changes of another "
        + "node: a contract has one node; RevocationTest of the adapter has two.")
@Untested(of = ForFindingCredentials.class, says = "Never waits for anything and never fails: the result is unknown if "
    + "the cache has no entry or cannot be trusted.", because = "That it does not wait: a test cannot observe this.")
public interface ForFindingCredentialsContract extends StoreContract {

  @Test
  @Promise(of = ForFindingCredentials.class, says = "Lookup of credentials, the only read that every request needs.")
  @Promise(of = ForFindingCredentials.class, says = "Returns the key with this id, of any tenant, together with its "
      + "tenant; empty if there is none.")
  @Promise(of = ForFindingCredentials.class, says = "Returns from the cache what find would return.")
  default void theKeyOfThatIdIsFoundWithItsTenant() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));

    assertThat(found(key)).contains(new StoredKey(key, household.tenant()));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "Returns the key with this id, of any tenant, together with its "
      + "tenant; empty if there is none.")
  default void theKeyOfWhicheverTenantIsFound() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    ApiKey ours = household.stored(household.key("Ours"));
    ApiKey theirs = other.stored(other.key("Theirs"));

    assertThat(found(ours)).contains(new StoredKey(ours, household.tenant()));
    assertThat(found(theirs)).contains(new StoredKey(theirs, other.tenant()));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "Returns the key with this id, of any tenant, together with its "
      + "tenant; empty if there is none.")
  default void thereIsNoCredentialWhereThereIsNoKey() {
    assertThat(store().credentials().find(new KeyId(NewIds.next()))).isEmpty();
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "A change that was written before this call is visible: "
      + "immediately if this node wrote it, and after at most one second if another node wrote it.")
  @Promise(of = ForStoringKeys.class, says = "Once a change has returned, ForFindingCredentials returns the changed "
      + "state.")
  default void aNewKeyIsFoundOnceItIsStoredAlsoIfItWasLookedForBefore() {
    Household household = Household.in(store());
    ApiKey key = household.key("Till");
    assertThat(found(key)).isEmpty();

    household.stored(key);

    assertThat(found(key)).contains(new StoredKey(key, household.tenant()));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "A change that was written before this call is visible: "
      + "immediately if this node wrote it, and after at most one second if another node wrote it.")
  @Promise(of = ForStoringKeys.class, says = "Once a change has returned, ForFindingCredentials returns the changed "
      + "state.")
  default void aChangedKeyIsFoundAsItIsNow() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    assertThat(found(key)).isPresent();

    ApiKey changed = key.with(SettingsSamples.NOTHING);
    store().keys().replace(household.scope(), changed, household.entry(AuditAction.KEY_DISABLED, key.id()));

    assertThat(found(key)).contains(new StoredKey(changed, household.tenant()));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "A change that was written before this call is visible: "
      + "immediately if this node wrote it, and after at most one second if another node wrote it.")
  @Promise(of = ForStoringKeys.class, says = "Once a change has returned, ForFindingCredentials returns the changed "
      + "state.")
  default void aRemovedKeyIsNoLongerFound() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    assertThat(found(key)).isPresent();

    store().keys().remove(household.scope(), key, household.entry(AuditAction.KEY_DELETED, key.id()));

    assertThat(found(key)).isEmpty();
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "A change that was written before this call is visible: "
      + "immediately if this node wrote it, and after at most one second if another node wrote it.")
  @Promise(of = ForStoringTenants.class, says = "Once this call has returned, ForFindingCredentials returns the "
      + "changed tenant.")
  default void everyKeyOfAChangedTenantIsFoundWithTheTenantAsItIsNow() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    ApiKey till = household.stored(household.key("Till"));
    ApiKey door = household.stored(household.key("Door"));
    ApiKey theirs = other.stored(other.key("Theirs"));
    List.of(till, door, theirs).forEach(key -> assertThat(found(key)).isPresent());

    Tenant suspended = household.tenant().changed(FieldUpdate.to(new Name("Closed")),
        FieldUpdate.to(TenantStatus.SUSPENDED));
    store().tenants().replace(OPERATOR, suspended, household.entry(AuditAction.TENANT_SUSPENDED, suspended.id()));

    assertThat(found(till)).contains(new StoredKey(till, suspended));
    assertThat(found(door)).contains(new StoredKey(door, suspended));
    assertThat(found(theirs)).contains(new StoredKey(theirs, other.tenant()));

    Tenant reactivated = suspended.changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.ACTIVE));
    store().tenants().replace(OPERATOR, reactivated, household.entry(AuditAction.TENANT_REACTIVATED, suspended.id()));

    assertThat(found(till)).contains(new StoredKey(till, reactivated));
  }

  @Test
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aStaleChangeChangesNothingThatIsFound() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey early = key.with(SettingsSamples.FULLEST).with(SettingsSamples.NOTHING);

    store().keys().replace(household.scope(), early, household.entry(AuditAction.KEY_CHANGED, key.id()));

    assertThat(found(key)).contains(new StoredKey(key, household.tenant()));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "A change that was written before this call is visible: "
      + "immediately if this node wrote it, and after at most one second if another node wrote it.")
  default void aChangeThatWasWrittenBeforeThisIsCalledIsSeenWhoeverElseIsReading() throws Exception {
    for (int round = 0; round < 4 * Race.ROUNDS; round++) {
      Household household = Household.in(store());
      ApiKey key = household.stored(household.key("Till"));
      ApiKey disabled = key.with(SettingsSamples.NOTHING);
      AtomicBoolean written = new AtomicBoolean();

      List<Boolean> outdated = Race.of(
          i -> () -> {
            if (i == 0) {
              var entry = household.entry(AuditAction.KEY_DISABLED, key.id());
              try {
                store().keys().replace(household.scope(), disabled, entry);
              } finally {
                // Set after a failure too; otherwise the other threads would wait forever.
                written.set(true);
              }
            }
            boolean wasWritten;
            boolean sawOld = false;
            do {
              wasWritten = written.get();
              KeyStatus seen = recalled(key).orElseGet(() -> lookedUp(key));
              sawOld |= wasWritten && seen == KeyStatus.ACTIVE;
            } while (!wasWritten);
            return sawOld;
          });

      assertThat(outdated).containsOnly(false);
      assertThat(found(key)).contains(new StoredKey(disabled, household.tenant()));
    }
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "Returns the seal that the key had when find last found it, even "
      + "if recall no longer has an entry for the key.")
  @Promise(of = ForFindingCredentials.class, says = "Empty if the seal is not cached, and after find has not found the "
      + "key.")
  default void theLastSealIsThatOfTheKeyOrUnknownAndUnknownOnceTheKeyIsNotFound() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    found(key);
    assertThat(store().credentials().lastSeal(key.id())).isIn(Optional.empty(), Optional.of(key.seal()));

    ApiKey changed = key.with(SettingsSamples.NOTHING);
    store().keys().replace(household.scope(), changed, household.entry(AuditAction.KEY_DISABLED, key.id()));
    assertThat(store().credentials().lastSeal(key.id())).isIn(Optional.empty(), Optional.of(key.seal()));

    store().keys().remove(household.scope(), changed, household.entry(AuditAction.KEY_DELETED, key.id()));
    assertThat(found(key)).isEmpty();
    assertThat(store().credentials().lastSeal(key.id())).isEmpty();
  }

  /** Returns the credential that is found. The credential that is recalled before and after is the same or unknown. */
  private Optional<StoredKey> found(ApiKey key) {
    CacheLookup before = store().credentials().recall(key.id());
    Optional<StoredKey> found = store().credentials().find(key.id());
    assertThat(before).isIn(new CacheLookup.Miss(), new CacheLookup.Hit(found));
    assertThat(store().credentials().recall(key.id()))
        .isIn(new CacheLookup.Miss(), new CacheLookup.Hit(found));
    return found;
  }

  private KeyStatus lookedUp(ApiKey key) {
    return store().credentials().find(key.id()).orElseThrow().key().settings().status();
  }

  private Optional<KeyStatus> recalled(ApiKey key) {
    return switch (store().credentials().recall(key.id())) {
      case CacheLookup.Hit(Optional<StoredKey> known) ->
        Optional.of(known.orElseThrow().key().settings().status());
      case CacheLookup.Miss() -> Optional.empty();
    };
  }
}
