package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.contracts.support.Edges;
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
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises about listing, counting and searching keys. */
public interface KeyListingContract extends StoreContract {

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void keysAreListedNewestFirst() {
    Household household = Household.in(store());
    ApiKey oldest = household.key("Oldest");
    ApiKey middle = household.key("Middle");
    ApiKey newest = household.key("Newest");
    household.stored(middle);
    household.stored(newest);
    household.stored(oldest);

    Page<ApiKey> page = store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(3));

    assertThat(page.items()).containsExactly(newest, middle, oldest);
    assertThat(page.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void aTenantWithoutKeysHasAnEmptyList() {
    Household household = Household.in(store());

    Page<ApiKey> page = store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(20));

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Storage of the keys of one tenant: a key of another tenant is not "
      + "visible.")
  default void keysOfAnotherTenantAreNotListed() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    other.stored(other.key("Theirs"));
    ApiKey ours = household.stored(household.key("Ours"));
    other.stored(other.key("Theirs too"));

    assertThat(store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(20)).items())
        .containsExactly(ours);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void pagesOfKeysFollowOneAnother() {
    Household household = Household.in(store());
    ApiKey first = household.stored(household.key("1"));
    ApiKey second = household.stored(household.key("2"));
    ApiKey third = household.stored(household.key("3"));
    ApiKey fourth = household.stored(household.key("4"));

    Page<ApiKey> page = store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(2));
    Page<ApiKey> nextPage = store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW,
        new PageRequest(2, page.next()));

    assertThat(page.items()).containsExactly(fourth, third);
    assertThat(nextPage.items()).containsExactly(second, first);
    assertThat(nextPage.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void pagesOfKeysStayRightWhileKeysComeAndGo() {
    Household household = Household.in(store());
    ApiKey first = household.stored(household.key("1"));
    ApiKey second = household.stored(household.key("2"));
    ApiKey third = household.stored(household.key("3"));
    ApiKey fourth = household.stored(household.key("4"));

    Page<ApiKey> page = store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(2));
    household.stored(household.key("5"));
    store().keys().remove(household.scope(), third, household.entry(AuditAction.KEY_DELETED, third.id()));
    Page<ApiKey> nextPage = store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW,
        new PageRequest(2, page.next()));

    assertThat(page.items()).containsExactly(fourth, third);
    assertThat(nextPage.items()).containsExactly(second, first);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void onlyKeysOfTheWantedStatusAreListed() {
    Household household = Household.in(store());
    ApiKey disabled = household.stored(household.key(new KeyId(NewIds.next()), SettingsSamples.NOTHING));
    ApiKey active = household.stored(household.key(new KeyId(NewIds.next()), SettingsSamples.PLAIN));

    assertThat(found(household, KeyFilter.ALL.with(KeyStatus.ACTIVE)))
        .containsExactly(active);
    assertThat(found(household, KeyFilter.ALL.with(KeyStatus.DISABLED)))
        .containsExactly(disabled);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void onlyKeysOfTheWantedEnvironmentAreListed() {
    Household household = Household.in(store());
    for (Environment environment : Environment.values()) {
      household.stored(
          ApiKey.made(
              Visitors.plain(environment, new KeyId(NewIds.next())),
              Visitors.seal("v1"),
              household.id(),
              SettingsSamples.PLAIN,
              new Actor.Operator(),
              Moments.NOW));
    }

    for (Environment environment : Environment.values()) {
      assertThat(found(household, KeyFilter.ALL.with(environment))).extracting(ApiKey::environment)
          .containsExactly(environment);
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "A name that was stored in a form other than the normalised one is found "
      + "by its normalised form.")
  default void nameThatWasStoredUnderAnOlderRuleIsFoundByItsNormalisedForm() {
    Household household = Household.in(store());
    ApiKey spaced = household.stored(household.key(" My  \u00a0key"));
    ApiKey decomposed = household.stored(household.key("Cafe\u0301"));
    ApiKey normal = household.stored(household.key("My key, Caf\u00e9"));

    assertThat(found(household, text("my key"))).containsExactly(normal, spaced);
    assertThat(found(household, text("My\u3000 key"))).containsExactly(normal, spaced);
    assertThat(found(household, text("caf\u00e9"))).containsExactly(normal, decomposed);
    assertThat(found(household, text("CAFE\u0301"))).containsExactly(normal, decomposed);

    ApiKey renamed = spaced.with(KeyChange.renamed(new Name("Till")).of(spaced.settings()));
    store().keys().replace(household.scope(), renamed, household.entry(AuditAction.KEY_CHANGED, renamed.id()));
    assertThat(found(household, text("my key"))).containsExactly(normal);
    assertThat(found(household, text("till"))).containsExactly(renamed);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every character of the filter text is literal, and accents are "
      + "significant.")
  default void aPartOfTheNameInAnyCaseFindsAKey() {
    Household household = Household.in(store());
    ApiKey oddly = named(household, "B\u00c4CKEREI Till");
    named(household, "Backerei");
    named(household, "Till");

    assertThat(found(household, text("b\u00e4ckerei t"))).containsExactly(oddly);
    assertThat(found(household, text("B\u00c4CK"))).containsExactly(oddly);
    assertThat(found(household, text("b\u00e4cker"))).containsExactly(oddly);
    assertThat(found(household, text("TILL"))).hasSize(2);
    assertThat(found(household, text(""))).hasSize(3);
    assertThat(found(household, text("tills"))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every character of the filter text is literal, and accents are "
      + "significant.")
  default void signsThatPatternsAreMadeOfStandForThemselves() {
    Household household = Household.in(store());
    ApiKey percent = named(household, "50% off");
    ApiKey underscore = named(household, "off_season");
    ApiKey backslash = named(household, "a\\b");
    ApiKey quote = named(household, "it's");
    named(household, "5000 off season ab");

    assertThat(found(household, text("0% o"))).containsExactly(percent);
    assertThat(found(household, text("%"))).containsExactly(percent);
    assertThat(found(household, text("f_s"))).containsExactly(underscore);
    assertThat(found(household, text("off_"))).containsExactly(underscore);
    assertThat(found(household, text("\\"))).containsExactly(backslash);
    assertThat(found(household, text("'"))).containsExactly(quote);
    assertThat(found(household, text("["))).isEmpty();
    assertThat(found(household, text("*"))).isEmpty();
    assertThat(found(household, text("|"))).isEmpty();
    assertThat(found(household, text("!"))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void aPageIsFilledWithKeysThatPassTheFilter() {
    Household household = Household.in(store());
    ApiKey first = named(household, "Till 1");
    named(household, "Door 1");
    ApiKey second = named(household, "Till 2");
    named(household, "Door 2");
    ApiKey third = named(household, "Till 3");
    named(household, "Door 3");

    Page<ApiKey> page = store().keys().list(household.scope(), text("till"), Moments.NOW, PageRequest.first(2));
    Page<ApiKey> nextPage = store().keys().list(household.scope(), text("till"), Moments.NOW,
        new PageRequest(2, page.next()));

    assertThat(page.items()).containsExactly(third, second);
    assertThat(nextPage.items()).containsExactly(first);
    assertThat(nextPage.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void aKeyHasToPassEveryPartOfTheFilter() {
    Household household = Household.in(store());
    ApiKey till = named(household, "Till");
    KeyFilter activeTills = text("till").with(KeyStatus.ACTIVE);

    assertThat(found(household, activeTills.with(Environment.LIVE))).containsExactly(till);
    assertThat(found(household, activeTills.with(Environment.LIVE).with(KeyStatus.DISABLED))).isEmpty();
    assertThat(found(household, activeTills.with(Environment.DEV))).isEmpty();
    assertThat(found(household, activeTills.with(Environment.LIVE).with("door"))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns, for each pepper version, the number of keys of all tenants that "
      + "it still seals; a version that seals none is omitted.")
  default void keysOfAllTenantsAreCountedByTheVersionOfThePepper() {
    String older = "p" + Long.toString(NewIds.next(), 36);
    String newer = older.replace('p', 'P');
    Household household = Household.in(store());
    Household other = Household.in(store());
    ApiKey removed = sealed(household, older);
    sealed(household, newer);
    sealed(other, newer);

    assertThat(store().keys().countByPepperVersion()).containsEntry(older, 1L).containsEntry(newer, 2L);
    store().keys().remove(household.scope(), removed, household.entry(AuditAction.KEY_DELETED, removed.id()));
    assertThat(store().keys().countByPepperVersion()).doesNotContainKey(older).containsEntry(newer, 2L);
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Returns the tenant's keys that match the filter, newest first.")
  default void pagesOfKeysEndWhereTheKeysEnd() {
    Household household = Household.in(store());
    List<ApiKey> keys = List.of(
        household.stored(household.key("1")), household.stored(household.key("2")),
        household.stored(household.key("3")));

    Edges.areRight(
        keys.reversed(),
        request -> store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, request),
        key -> key.id().value());
  }

  private List<ApiKey> found(Household household, KeyFilter filter) {
    return store().keys().list(household.scope(), filter, Moments.NOW, PageRequest.first(20)).items();
  }

  private static KeyFilter text(String text) {
    return KeyFilter.ALL.with(text);
  }

  private static ApiKey named(Household household, String name) {
    return household.stored(household.key(new KeyId(NewIds.next()), KeySettings.named(new Name(name))));
  }

  private static ApiKey sealed(Household household, String pepperVersion) {
    return household.stored(
        ApiKey.made(
            Visitors.plain(Environment.LIVE, new KeyId(NewIds.next())),
            Visitors.seal(pepperVersion),
            household.id(),
            SettingsSamples.PLAIN,
            new Actor.Operator(),
            Moments.NOW));
  }
}
