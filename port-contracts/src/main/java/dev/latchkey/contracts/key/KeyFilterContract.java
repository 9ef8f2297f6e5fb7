package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The promises about finding keys by state, creator, expiry, last use, mask and handle. */
public interface KeyFilterContract extends StoreContract {

  @Test
  @Promise(of = ForStoringKeys.class, says = "Each key has its state at the given time.")
  default void everyKeyIsListedUnderItsStateAndUnderNoOther() {
    Household household = Household.in(store());
    List<Optional<Instant>> moments = List.of(
        Optional.empty(), Optional.of(Moments.NOW.minusNanos(1_000)), Optional.of(Moments.NOW),
        Optional.of(Moments.NOW.plusNanos(1_000)));
    List<ApiKey> keys = new ArrayList<>();
    for (KeyStatus status : KeyStatus.values()) {
      for (Optional<Instant> notBefore : moments) {
        for (Optional<Instant> expiresAt : moments) {
          keys.add(stored(household, status, new Period(notBefore, expiresAt)));
        }
      }
    }

    for (KeyState state : KeyState.values()) {
      assertThat(all(household, KeyFilter.ALL.with(state)))
          .as(state.label())
          .isEqualTo(keys.reversed().stream().filter(key -> key.stateAt(Moments.NOW) == state).toList())
          .isNotEmpty();
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Each key has its state at the given time.")
  default void aKeyExpiresWithoutBeingWritten() {
    Household household = Household.in(store());
    ApiKey key = stored(
        household, KeyStatus.ACTIVE, new Period(Optional.empty(), Optional.of(Moments.NOW.plusSeconds(1))));

    assertThat(all(household, KeyFilter.ALL.with(KeyState.IN_FORCE))).containsExactly(key);
    assertThat(
        store().keys().list(
            household.scope(), KeyFilter.ALL.with(KeyState.EXPIRED), Moments.NOW.plusSeconds(1), PageRequest.first(9))
            .items())
        .containsExactly(key);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void keysAreFoundByWhoMadeThem() {
    Household household = Household.in(store());
    // A key and a member may have the same number.
    Actor key = new Actor.Holder(new KeyId(7));
    Actor member = new Actor.Staff(new MemberId(7));
    ApiKey byOperator = madeBy(household, new Actor.Operator());
    ApiKey byKey = madeBy(household, key);
    ApiKey byMember = madeBy(household, member);

    assertThat(all(household, KeyFilter.ALL.with(new Actor.Operator()))).containsExactly(byOperator);
    assertThat(all(household, KeyFilter.ALL.with(key))).containsExactly(byKey);
    assertThat(all(household, KeyFilter.ALL.with(member))).containsExactly(byMember);
    assertThat(all(household, KeyFilter.ALL.with(new Actor.Holder(new KeyId(77))))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void keysAreFoundByTheirEnd() {
    Household household = Household.in(store());
    stored(household, KeyStatus.ACTIVE, Period.ALWAYS);
    ApiKey early = stored(household, KeyStatus.DISABLED, endingAt(Moments.NOW.minusNanos(1_000)));
    ApiKey exact = stored(household, KeyStatus.ACTIVE, endingAt(Moments.NOW));

    assertThat(all(household, KeyFilter.ALL.expiringBefore(Moments.NOW))).containsExactly(early);
    assertThat(all(household, KeyFilter.ALL.expiringBefore(Moments.NOW.plusNanos(1_000))))
        .containsExactly(exact, early);
    assertThat(all(household, KeyFilter.ALL.expiringBefore(Moments.NOW.plusNanos(1_000)).with(KeyStatus.DISABLED)))
        .containsExactly(early);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void keysAreFoundByTheirLastUse() {
    Household household = Household.in(store());
    ApiKey never = household.stored(household.key("Never"));
    ApiKey early = household.stored(household.key("Early"));
    ApiKey late = household.stored(household.key("Late"));
    store().uses().used(early.id(), Moments.NOW.minusSeconds(1));
    store().uses().used(late.id(), Moments.NOW);
    store().settleUses();

    assertThat(all(household, KeyFilter.ALL.unusedSince(Moments.NOW))).extracting(ApiKey::id)
        .containsExactly(early.id(), never.id());
    assertThat(all(household, KeyFilter.ALL.unusedSince(Moments.NOW.plusSeconds(1)))).extracting(ApiKey::id)
        .containsExactly(late.id(), early.id(), never.id());
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void keysAreFoundByTheirMaskAndTheirHandle() {
    Household household = Household.in(store());
    ApiKey lowest = household.stored(household.key(new KeyId(NewIds.next()), SettingsSamples.PLAIN));
    ApiKey wanted = household.stored(household.key(new KeyId(NewIds.next()), SettingsSamples.PLAIN));
    String handle = KeyFormat.handle(wanted.id());

    assertThat(all(household, KeyFilter.ALL.with(handle))).containsExactly(wanted);
    assertThat(all(household, KeyFilter.ALL.with(handle.substring(1)))).contains(wanted);
    assertThat(all(household, KeyFilter.ALL.with(wanted.masked().value()))).contains(wanted);
    assertThat(all(household, KeyFilter.ALL.with("lk_live_"))).containsExactly(wanted, lowest);
    assertThat(all(household, KeyFilter.ALL.with("lk_dev_"))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void everyPartOfTheFilterIsReadPageByPage() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    KeyFilter filter = KeyFilter.ALL.with(KeyState.EXPIRED).with(new Actor.Operator()).with(Environment.LIVE)
        .expiringBefore(Moments.NOW).unusedSince(Moments.NOW);
    ApiKey first = stored(household, KeyStatus.ACTIVE, endingAt(Moments.NOW.minusSeconds(3)));
    stored(household, KeyStatus.ACTIVE, Period.ALWAYS);
    ApiKey second = stored(household, KeyStatus.ACTIVE, endingAt(Moments.NOW.minusSeconds(9)));
    stored(other, KeyStatus.ACTIVE, endingAt(Moments.NOW.minusSeconds(9)));
    ApiKey third = stored(household, KeyStatus.ACTIVE, endingAt(Moments.NOW.minusSeconds(1)));

    Page<ApiKey> page = store().keys().list(household.scope(), filter, Moments.NOW, PageRequest.first(2));
    Page<ApiKey> next = store().keys().list(household.scope(), filter, Moments.NOW, new PageRequest(2, page.next()));

    assertThat(page.items()).containsExactly(third, second);
    assertThat(next.items()).containsExactly(first);
    assertThat(next.next()).isEqualTo(OptionalLong.empty());
  }

  private List<ApiKey> all(Household household, KeyFilter filter) {
    return store().keys().list(household.scope(), filter, Moments.NOW, PageRequest.first(100)).items();
  }

  private static Period endingAt(Instant moment) {
    return new Period(Optional.empty(), Optional.of(moment));
  }

  private static ApiKey stored(Household household, KeyStatus status, Period period) {
    KeySettings plain = SettingsSamples.PLAIN;
    return household.stored(
        household.key(
            new KeyId(NewIds.next()),
            new KeySettings(
                plain.name(), status, plain.grant(), plain.allowedAddresses(), plain.rateLimit(), period)));
  }

  private static ApiKey madeBy(Household household, Actor actor) {
    KeyId id = new KeyId(NewIds.next());
    return household.stored(
        ApiKey.made(
            Visitors.plain(Environment.LIVE, id),
            Visitors.seal("v1"),
            household.id(),
            KeySettings.named(new Name("Made")),
            actor,
            Moments.NOW));
  }
}
