package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForRecordingUse}. */
@Untested(of = ForRecordingUse.class, says = "Records that the key was authenticated and granted access at that time; "
    + "a refused request is not a use of a key.", because = "It is an obligation of the caller, which makes the access "
        + "decision; RecordUseTest tests it.")
@Untested(of = ForRecordingUse.class, says = "Never waits and never fails.", because = "That it does not wait: a test "
    + "cannot observe this.")
@Untested(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
    + "never an earlier use than before; a use is not a change of the key.", because = "Within 60 seconds: no test "
        + "waits that long; the contract flushes the uses before it reads.")
@Untested(of = ForRecordingUse.class, says = "Uses that are not yet written when a process is killed are "
    + "lost.", because = "It promises nothing.")
public interface ForRecordingUseContract extends StoreContract {

  Instant EARLY = Moments.NOW;
  Instant LATE = EARLY.plusSeconds(5);

  @Test
  @Promise(of = ForRecordingUse.class, says = "Times of the last use of keys.")
  default void aKeyThatWasNotUsedSaysSo() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));

    store().settleUses();

    assertThat(lastUse(household, key)).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "Times of the last use of keys.")
  @Promise(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
      + "never an earlier use than before; a use is not a change of the key.")
  default void aKeyShowsItsLastUseAndNoOtherKeyDoes() {
    Household household = Household.in(store());
    ApiKey used = household.stored(household.key("Till"));
    ApiKey idle = household.stored(household.key("Door"));

    use(used, EARLY);
    use(used, LATE);
    store().settleUses();

    assertThat(lastUse(household, used)).contains(LATE);
    assertThat(lastUse(household, idle)).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
      + "never an earlier use than before; a use is not a change of the key.")
  default void aLastUseNeverMovesBackwards() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));

    use(key, LATE);
    use(key, EARLY);
    store().settleUses();
    assertThat(lastUse(household, key)).contains(LATE);
    use(key, EARLY);
    store().settleUses();

    assertThat(lastUse(household, key)).contains(LATE);
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
      + "never an earlier use than before; a use is not a change of the key.")
  default void aUseIsNoChangeOfTheKey() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));

    use(key, EARLY);
    store().settleUses();

    ApiKey renamed = key.with(SettingsSamples.NOTHING);
    assertThat(
        store().keys().replace(household.scope(), renamed, household.entry(AuditAction.KEY_CHANGED, key.id())))
        .isEqualTo(Written.DONE);
    assertThat(store().auditOf(household.id())).hasSize(2);
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
      + "never an earlier use than before; a use is not a change of the key.")
  default void aChangeOfTheKeyKeepsItsLastUse() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    use(key, EARLY);
    store().settleUses();

    ApiKey renamed = key.with(SettingsSamples.NOTHING);
    store().keys().replace(household.scope(), renamed, household.entry(AuditAction.KEY_CHANGED, key.id()));

    assertThat(lastUse(household, key)).contains(EARLY);
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "The use of a key that no longer exists is dropped.")
  default void aKeyThatIsGoneIsNotBroughtBack() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    use(key, EARLY);
    store().keys().remove(household.scope(), key, household.entry(AuditAction.KEY_DELETED, key.id()));

    store().settleUses();
    store().uses().used(new KeyId(NewIds.next()), EARLY);
    store().settleUses();

    assertThat(store().keys().find(household.scope(), key.id())).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
      + "never an earlier use than before; a use is not a change of the key.")
  default void everyKeyOfManyShowsItsLastUse() {
    Household household = Household.in(store());
    List<ApiKey> keys = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ApiKey key = household.stored(household.key("Till"));
      use(key, EARLY.plusSeconds(i));
      keys.add(key);
    }

    store().settleUses();

    for (int i = 0; i < keys.size(); i++) {
      assertThat(lastUse(household, keys.get(i))).contains(EARLY.plusSeconds(i));
    }
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "The key's record shows the use within 60 seconds, to the second, and "
      + "never an earlier use than before; a use is not a change of the key.")
  default void ofManyUsesAtOnceTheLastIsShown() throws Exception {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));

    Race.of(i -> () -> {
      for (int use = 0; use < 10; use++) {
        use(key, EARLY.plusSeconds(2L * (use * Race.CONTESTANTS + i)));
        if (i == 0) {
          store().settleUses();
        }
      }
      return i;
    });
    store().settleUses();

    assertThat(lastUse(household, key)).contains(EARLY.plusSeconds(2L * (10 * Race.CONTESTANTS - 1)));
  }

  private void use(ApiKey key, Instant at) {
    store().uses().used(key.id(), at);
  }

  /** Returns the last use in the key's record. The credential for access decisions may have an earlier one. */
  private Optional<Instant> lastUse(Household household, ApiKey key) {
    Optional<Instant> shown = store().keys().find(household.scope(), key.id()).orElseThrow().lastUsedAt();
    assertThat(store().credentials().find(key.id()).map(StoredKey::key).flatMap(ApiKey::lastUsedAt))
        .satisfies(known -> assertThat(known.isEmpty() || !known.get().isAfter(shown.orElseThrow())).isTrue());
    return shown;
  }
}
