package dev.latchkey.contracts.tenant;

import static dev.latchkey.contracts.support.Household.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LookAlikes;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.contracts.support.TimeZones;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises of {@code ForStoringTenants}. */
@Untested(of = ForStoringTenants.class, says = "Storage of tenants.", because = "It names the port.")
public interface ForStoringTenantsContract extends StoreContract {

  @Test
  @Promise(of = ForStoringTenants.class, says = "Stores a new tenant, its first members and the audit entries, all "
      + "or nothing.")
  default void aNewTenantIsStoredWithItsFirstMembersAndTheAuditEntries() {
    Household household = unstored();
    Member owner = member(household, "owner@shop.example");
    Member admin = member(household, "admin@shop.example");
    AuditEntry founded = household.entry(AuditAction.TENANT_CREATED, household.id());
    AuditEntry added = household.entry(AuditAction.MEMBER_ADDED, owner.id());

    store().tenants().add(OPERATOR, household.tenant(), List.of(owner, admin), List.of(founded, added));

    assertThat(store().tenants().find(OPERATOR, household.id())).contains(household.tenant());
    assertThat(store().members().find(household.id(), owner.email())).contains(owner);
    assertThat(store().members().find(household.id(), admin.email())).contains(admin);
    assertThat(household.entries()).containsExactly(founded, added);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Stores a new tenant, its first members and the audit entries, all "
      + "or nothing.")
  default void ofANewTenantAllIsStoredOrNothing() {
    Household household = unstored();
    Member owner = member(household, "owner@shop.example");
    Member again = member(household, "owner@shop.example");
    AuditEntry founded = household.entry(AuditAction.TENANT_CREATED, household.id());

    assertThatThrownBy(
        () -> store().tenants().add(OPERATOR, household.tenant(), List.of(owner, again), List.of(founded)))
        .satisfies(Thrown::isNoVendors);
    assertNothingStored(household, owner);

    assertThatThrownBy(
        () -> store().tenants().add(OPERATOR, household.tenant(), List.of(owner), List.of(founded, founded)))
        .satisfies(Thrown::isNoVendors);
    assertNothingStored(household, owner);
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Returns the tenant in its current state; empty if there is none.")
  default void aTenantThatNobodyStoredIsNotThere() {
    assertThat(store().tenants().find(OPERATOR, new TenantId(NewIds.next()))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Returns the tenants that match the filter, newest first.")
  default void tenantsAreListedByStanding() {
    long id = NewIds.block(3);
    Tenant oldest = stored(id);
    Tenant newest = stored(id + 2);
    Tenant suspended = replaced(suspended(stored(id + 1)), AuditAction.TENANT_SUSPENDED);

    assertThat(listed(id + 3, Optional.of(TenantStatus.ACTIVE), Optional.empty(), 2)).containsExactly(newest, oldest);
    assertThat(listed(id + 3, Optional.of(TenantStatus.SUSPENDED), Optional.empty(), 1)).containsExactly(suspended);
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Every character of the filter text is literal, and accents are "
      + "significant.")
  default void tenantsAreFoundByPartOfTheirName() {
    long id = NewIds.block(3);
    Tenant bakery = renamed(stored(id), "B\u00e4ckerei 100%");
    Tenant other = renamed(stored(id + 1), "Backerei 1000");

    assertThat(listed(id + 2, Optional.empty(), Optional.of("b\u00c4CKEREI"), 1)).containsExactly(bakery);
    assertThat(listed(id + 2, Optional.empty(), Optional.of("backEREI"), 1)).containsExactly(other);
    assertThat(listed(id + 2, Optional.of(TenantStatus.ACTIVE), Optional.of("100%"), 1)).containsExactly(bakery);
    assertThat(listed(id + 2, Optional.of(TenantStatus.ACTIVE), Optional.of("b_ckerei"), 1)).isEmpty();
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "A name that was stored in a form other than the normalised one is "
      + "found by its normalised form.")
  default void tenantWhoseNameWasStoredUnderAnOlderRuleIsFoundByItsNormalisedForm() {
    long id = NewIds.block(3);
    Tenant spaced = renamed(stored(id), " Old  \u00a0bakery");
    Tenant decomposed = renamed(stored(id + 1), "Cafe\u0301");

    assertThat(listed(id + 2, Optional.empty(), Optional.of("old bakery"), 1)).containsExactly(spaced);
    assertThat(listed(id + 2, Optional.of(TenantStatus.ACTIVE), Optional.of("old\u3000 bakery"), 1))
        .containsExactly(spaced);
    assertThat(listed(id + 2, Optional.of(TenantStatus.ACTIVE), Optional.of("CAF\u00c9"), 1))
        .containsExactly(decomposed);
    assertThat(store().tenants().find(OPERATOR, spaced.id())).contains(spaced);

    Tenant normal = renamed(spaced, "New bakery");
    assertThat(listed(id + 1, Optional.empty(), Optional.of("new bakery"), 1)).containsExactly(normal);
  }

  private List<Tenant> listed(long before, Optional<TenantStatus> standing, Optional<String> text, int limit) {
    return store().tenants()
        .list(OPERATOR, new TenantFilter(standing, text), new PageRequest(limit, OptionalLong.of(before)))
        .items();
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Returns the tenants that match the filter, newest first.")
  default void tenantsAreListedNewestFirst() {
    long id = NewIds.block(3);
    Tenant middle = stored(id + 1);
    Tenant newest = stored(id + 2);
    Tenant oldest = stored(id);

    Page<Tenant> page = store().tenants().list(OPERATOR, TenantFilter.ALL, new PageRequest(3, OptionalLong.of(id + 3)));

    assertThat(page.items()).containsExactly(newest, middle, oldest);
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Returns the tenants that match the filter, newest first.")
  default void pagesOfTenantsFollowOneAnotherWhileTenantsCome() {
    long id = NewIds.block(5);
    Tenant first = stored(id);
    Tenant second = stored(id + 1);
    Tenant third = stored(id + 2);
    Tenant fourth = stored(id + 3);

    Page<Tenant> page = store().tenants().list(OPERATOR, TenantFilter.ALL, new PageRequest(2, OptionalLong.of(id + 4)));
    stored(id + 4);
    Page<Tenant> nextPage = store().tenants().list(OPERATOR, TenantFilter.ALL, new PageRequest(2, page.next()));

    assertThat(page.items()).containsExactly(fourth, third);
    assertThat(nextPage.items()).containsExactly(second, first);
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Returns the tenants that match the filter, newest first.")
  default void theLastPageOfTenantsHasNoNext() {
    stored(NewIds.next());
    OptionalLong next = OptionalLong.empty();
    do {
      Page<Tenant> page = store().tenants().list(OPERATOR, TenantFilter.ALL,
          new PageRequest(PageRequest.HIGHEST_LIMIT, next));
      assertThat(page.items()).isNotEmpty();
      next = page.next();
    } while (next.isPresent());
    assertThat(store().tenants().list(OPERATOR, TenantFilter.ALL, new PageRequest(1, OptionalLong.of(1))))
        .isEqualTo(nothing());
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Replaces the tenant whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  @Promise(of = ForStoringTenants.class, says = "Returns the tenant in its current state; empty if there is none.")
  default void theTenantWhoseVersionIsOneLessIsReplacedAndTheAuditEntryStored() {
    Household household = Household.in(store());
    Tenant changed = suspended(household.tenant());
    AuditEntry entry = household.entry(AuditAction.TENANT_SUSPENDED, household.id());

    assertThat(store().tenants().replace(OPERATOR, changed, entry)).isEqualTo(Written.DONE);

    assertThat(store().tenants().find(OPERATOR, household.id())).contains(changed);
    assertThat(household.entries()).containsExactly(entry);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Replaces the tenant whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write came "
      + "first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aTenantsChangeMadeFromAnotherVersionIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    Tenant second = suspended(household.tenant());
    store().tenants().replace(OPERATOR, second, household.entry(AuditAction.TENANT_SUSPENDED, household.id()));
    List<AuditEntry> before = household.entries();
    Tenant late = household.tenant().changed(FieldUpdate.to(new Name("Late")), FieldUpdate.keep());
    Tenant early = suspended(suspended(second));

    for (Tenant changed : List.of(late, early)) {
      AuditEntry entry = household.entry(AuditAction.TENANT_RENAMED, household.id());
      assertThat(store().tenants().replace(OPERATOR, changed, entry)).isEqualTo(Written.STALE);
    }

    assertThat(store().tenants().find(OPERATOR, household.id())).contains(second);
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = Written.class, says = "The version from which the change was made no longer exists: another write "
      + "came first.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aChangeOfATenantThatIsNotThereIsStaleAndWritesNothing() {
    Household household = unstored();
    AuditEntry entry = household.entry(AuditAction.TENANT_SUSPENDED, household.id());

    assertThat(store().tenants().replace(OPERATOR, suspended(household.tenant()), entry)).isEqualTo(Written.STALE);

    assertThat(store().tenants().find(OPERATOR, household.id())).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Replaces the tenant whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  default void aTenantsChangeIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = unstored();
    AuditEntry entry = household.entry(AuditAction.TENANT_CREATED, household.id());
    store().tenants().add(OPERATOR, household.tenant(), List.of(), List.of(entry));

    assertThatThrownBy(() -> store().tenants().replace(OPERATOR, suspended(household.tenant()), entry))
        .satisfies(Thrown::isNoVendors);

    assertThat(store().tenants().find(OPERATOR, household.id())).contains(household.tenant());
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Replaces the tenant whose version is one less than that of the "
      + "changed one, and stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The outcome of a conditional write.")
  default void ofTwoChangesOfATenantAtOnceExactlyOneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      Tenant tenant = household.tenant();

      List<Written> ends = Race.of(
          i -> () -> store()
              .tenants()
              .replace(
                  OPERATOR,
                  tenant.changed(FieldUpdate.to(new Name("Contestant " + i)), FieldUpdate.keep()),
                  household.entry(AuditAction.TENANT_RENAMED, tenant.id())));

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      Name winner = new Name("Contestant " + ends.indexOf(Written.DONE));
      assertThat(store().tenants().find(OPERATOR, tenant.id()).map(Tenant::name)).contains(winner);
      assertThat(household.entries()).hasSize(1);
    }
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  default void theNameOfATenantComesBackByteForByte() {
    for (Name name : LookAlikes.NAMES) {
      Tenant tenant = Tenant.founded(new TenantId(NewIds.next()), name, Moments.NOW);
      store().tenants().add(OPERATOR, tenant, List.of(), List.of());

      assertThat(store().tenants().find(OPERATOR, tenant.id()).orElseThrow().name().value()).isEqualTo(name.value());
    }
  }

  @Test
  @Promise(of = ForStoringTenants.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  @ResourceLock(Resources.TIME_ZONE)
  default void timesOfATenantComeBackToTheMicrosecondInEveryTimeZone() {
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> {
            Tenant tenant = Tenant.founded(new TenantId(NewIds.next()), new Name("Timely"), moment);
            store().tenants().add(OPERATOR, tenant, List.of(), List.of());
            return tenant;
          },
          tenant -> assertThat(store().tenants().find(OPERATOR, tenant.id())).contains(tenant));
    }
  }

  private Household unstored() {
    return new Household(store(), Tenant.founded(new TenantId(NewIds.next()), new Name("Shop"), Moments.NOW));
  }

  private Tenant stored(long id) {
    Tenant tenant = Tenant.founded(new TenantId(id), new Name("Shop " + id), Moments.NOW);
    store().tenants().add(OPERATOR, tenant, List.of(), List.of());
    return tenant;
  }

  private void assertNothingStored(Household household, Member member) {
    assertThat(store().tenants().find(OPERATOR, household.id())).isEmpty();
    assertThat(store().members().find(household.id(), member.email())).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  private static Page<Tenant> nothing() {
    return new Page<>(List.of(), OptionalLong.empty());
  }

  private static Member member(Household household, String email) {
    return new Member(
        new MemberId(NewIds.next()),
        household.id(),
        new Email(email),
        Role.OWNER,
        new PasswordHash("$argon2id$of-" + email),
        Moments.NOW);
  }

  private Tenant renamed(Tenant tenant, String name) {
    return replaced(tenant.changed(FieldUpdate.to(new Name(name)), FieldUpdate.keep()), AuditAction.TENANT_RENAMED);
  }

  private Tenant replaced(Tenant changed, AuditAction action) {
    AuditEntry entry = new Household(store(), changed).entry(action, changed.id());
    assertThat(store().tenants().replace(OPERATOR, changed, entry)).isEqualTo(Written.DONE);
    return changed;
  }

  private static Tenant suspended(Tenant tenant) {
    return tenant.changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED));
  }
}
