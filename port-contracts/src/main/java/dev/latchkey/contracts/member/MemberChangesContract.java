package dev.latchkey.contracts.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringMembers.Adding;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises about adding, changing and removing members. */
public interface MemberChangesContract extends StoreContract {

  PasswordHash OTHER_PASSWORD = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$b3RoZXI$b3RoZXI");

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new member and the audit entry, both or neither, unless the "
      + "tenant already has a member with exactly this e-mail address; of two concurrent ones, one is stored.")
  @Promise(of = ForStoringMembers.class, says = "The outcome of adding a member.")
  @Promise(of = ForStoringMembers.class, says = "Returns the member in its current state; empty if the tenant has none "
      + "with this id.")
  default void aNewMemberIsStoredWithItsAuditEntry() {
    Household household = Household.in(store());
    Member member = household.member(Role.VIEWER, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, member.id());

    assertThat(store().members().add(household.scope(), member, entry)).isEqualTo(Adding.ADDED);

    assertThat(household.find(member)).contains(member);
    assertThat(household.entries()).containsExactly(entry);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new member and the audit entry, both or neither, unless the "
      + "tenant already has a member with exactly this e-mail address; of two concurrent ones, one is stored.")
  @Promise(of = ForStoringMembers.class, says = "The tenant already has a member with this e-mail address.")
  @Promise(of = ForStoringMembers.class, says = "Nothing was written.")
  @Promise(of = ForStoringMembers.class, says = "The outcome of adding a member.")
  default void aMemberWhoseEmailTheTenantHasAlreadyIsNotStoredNorIsTheAuditEntry() {
    Household household = Household.in(store());
    Member there = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    List<AuditEntry> before = household.entries();
    Member again = household.member(Role.VIEWER, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, again.id());

    assertThat(store().members().add(household.scope(), again, entry)).isEqualTo(Adding.EMAIL_TAKEN);

    assertThat(household.find(again)).isEmpty();
    assertThat(household.find(there)).contains(there);
    assertThat(household.entries()).isEqualTo(before);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Deletes the member and all of its sessions permanently if its "
      + "stored state still equals member, and stores the audit entry, all or nothing.")
  default void anEmailOfARemovedMemberIsFreeAgain() {
    Household household = Household.in(store());
    Member removed = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    store().members().remove(household.scope(), removed, household.entry(AuditAction.MEMBER_REMOVED, removed.id()));

    Member next = household.stored(household.member(Role.VIEWER, "ada@shop.example"));

    assertThat(store().members().find(household.id(), next.email())).contains(next);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new member and the audit entry, both or neither, unless the "
      + "tenant already has a member with exactly this e-mail address; of two concurrent ones, one is stored.")
  default void ofTwoNewMembersWithOneEmailAtOnceOneIsStored() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());

      List<Adding> ends = Race.of(i -> () -> {
        Member member = household.member(Role.ADMIN, "ada@shop.example");
        return store()
            .members()
            .add(household.scope(), member, household.entry(AuditAction.MEMBER_ADDED, member.id()));
      });

      assertThat(Collections.frequency(ends, Adding.ADDED)).isEqualTo(1);
      assertThat(Collections.frequency(ends, Adding.EMAIL_TAKEN)).isEqualTo(Race.CONTESTANTS - 1);
      assertThat(store().members().list(household.scope(), PageRequest.first(20)).items()).hasSize(1);
      assertThat(household.entries()).hasSize(1);
    }
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new member and the audit entry, both or neither, unless the "
      + "tenant already has a member with exactly this e-mail address; of two concurrent ones, one is stored.")
  default void ofANewMemberAndItsAuditEntryBothAreStoredOrNeither() {
    Household household = Household.in(store());
    Member there = household.member(Role.OWNER, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, there.id());
    store().members().add(household.scope(), there, entry);
    Member member = household.member(Role.OWNER, "bob@shop.example");
    Member ofThatId = new Member(
        there.id(), household.id(), member.email(), Role.OWNER, member.password(), member.createdAt());
    AuditEntry another = household.entry(AuditAction.MEMBER_ADDED, there.id());

    assertThatThrownBy(() -> store().members().add(household.scope(), member, entry)).satisfies(Thrown::isNoVendors);
    assertThatThrownBy(() -> store().members().add(household.scope(), ofThatId, another))
        .satisfies(Thrown::isNoVendors);

    assertThat(store().members().find(household.id(), member.email())).isEmpty();
    assertThat(household.find(there)).contains(there);
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the member in its current state; empty if the tenant has none "
      + "with this id.")
  default void aMemberThatNobodyStoredIsNotThere() {
    Household household = Household.in(store());
    Member nobody = household.member(Role.OWNER, "ada@shop.example");

    assertThat(household.find(nobody)).isEmpty();
    assertThat(replaced(household, nobody, withRole(nobody, Role.VIEWER))).isEqualTo(Written.STALE);
    assertThat(removed(household, nobody)).isEqualTo(Written.STALE);
    assertThat(household.find(nobody)).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "A member of a tenant other than the scope's is not visible.")
  default void aMemberOfAnotherTenantIsNotThere() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Member theirs = other.stored(other.member(Role.OWNER, "ada@shop.example"));
    List<AuditEntry> before = other.entries();

    assertThat(store().members().find(household.scope(), theirs.id())).isEmpty();
    assertThat(replaced(household, theirs, withRole(theirs, Role.VIEWER))).isEqualTo(Written.STALE);
    assertThat(removed(household, theirs)).isEqualTo(Written.STALE);

    assertThat(other.find(theirs)).contains(theirs);
    assertThat(other.entries()).isEqualTo(before);
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "@throws IllegalArgumentException if the member belongs to another "
      + "tenant")
  default void aMemberIsNotAddedToAnotherTenantThanItsOwn() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Member theirs = other.member(Role.OWNER, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, theirs.id());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().members().add(household.scope(), theirs, entry));

    assertThat(other.find(theirs)).isEmpty();
    assertThat(household.find(theirs)).isEmpty();
    assertThat(household.entries()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the member if its stored state still equals before, and "
      + "stores the audit entry, both or neither.")
  default void aMemberThatIsStillAsItWasIsReplacedAndTheAuditEntryStored() {
    Household household = Household.in(store());
    Member member = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member bystander = household.stored(household.member(Role.OWNER, "bob@shop.example"));
    Member changed = member.changed(FieldUpdate.to(Role.VIEWER), FieldUpdate.to(OTHER_PASSWORD));
    AuditEntry entry = household.entry(AuditAction.MEMBER_CHANGED, member.id());

    assertThat(store().members().replace(household.scope(), member, changed, entry)).isEqualTo(Written.DONE);

    assertThat(household.find(member)).contains(changed);
    assertThat(store().members().find(household.id(), member.email())).contains(changed);
    assertThat(household.find(bystander)).contains(bystander);
    assertThat(household.entries()).hasSize(3).endsWith(entry);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the member if its stored state still equals before, and "
      + "stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aMembersChangeMadeFromAnythingElseIsStaleAndWritesNothing() {
    Household household = Household.in(store());
    Member first = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member second = withRole(first, Role.ADMIN);
    Member third = withPassword(second);
    replaced(household, first, second);
    assertStale(household, first, second);
    replaced(household, second, third);
    assertStale(household, second, third);
  }

  private void assertStale(Household household, Member before, Member now) {
    List<AuditEntry> entries = household.entries();

    assertThat(replaced(household, before, withRole(before, Role.VIEWER))).isEqualTo(Written.STALE);
    assertThat(removed(household, before)).isEqualTo(Written.STALE);

    assertThat(household.find(now)).contains(now);
    assertThat(household.entries()).isEqualTo(entries);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "@throws IllegalArgumentException if anything other than the role and "
      + "the password differs")
  default void whereMoreThanRoleAndPasswordDifferNothingIsWritten() {
    Household household = Household.in(store());
    Member member = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member renamed = new Member(
        member.id(), member.tenant(), new Email("bob@shop.example"), member.role(), member.password(),
        member.createdAt());

    assertThatIllegalArgumentException().isThrownBy(() -> replaced(household, member, renamed));

    assertThat(household.find(member)).contains(member);
    assertThat(household.entries()).hasSize(1);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the member if its stored state still equals before, and "
      + "stores the audit entry, both or neither.")
  @Promise(of = ForStoringMembers.class, says = "Deletes the member and all of its sessions permanently if its stored "
      + "state still equals member, and stores the audit entry, all or nothing.")
  default void aMembersChangeIsNotStoredWhereItsAuditEntryCannotBe() {
    Household household = Household.in(store());
    Member member = household.member(Role.OWNER, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, member.id());
    store().members().add(household.scope(), member, entry);

    assertThatThrownBy(() -> store().members().replace(household.scope(), member, withPassword(member), entry))
        .satisfies(Thrown::isNoVendors);
    assertThatThrownBy(() -> store().members().remove(household.scope(), member, entry)).satisfies(Thrown::isNoVendors);

    assertThat(household.find(member)).contains(member);
    assertThat(household.entries()).containsExactly(entry);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the member if its stored state still equals before, and "
      + "stores the audit entry, both or neither.")
  @Promise(of = Written.class, says = "The outcome of a conditional write.")
  default void ofTwoChangesOfAMemberAtOnceExactlyOneIsDone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      Member member = household.stored(household.member(Role.OWNER, "ada@shop.example"));

      List<Written> ends = Race.of(
          i -> () -> i == 0
              ? removed(household, member)
              : replaced(
                  household, member,
                  member.changed(FieldUpdate.keep(), FieldUpdate.to(new PasswordHash("$argon2id$" + i)))));

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      int winner = ends.indexOf(Written.DONE);
      assertThat(household.find(member).map(Member::password).map(PasswordHash::encoded).orElse("$argon2id$0"))
          .isEqualTo("$argon2id$" + winner);
      assertThat(household.entries()).hasSize(2);
      household.assertChained();
    }
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Deletes the member and all of its sessions permanently if its stored "
      + "state still equals member, and stores the audit entry, all or nothing.")
  default void aRemovedMemberIsGoneForGoodThoughItWasTheLastOne() {
    Household household = Household.in(store());
    Member bystander = household.stored(household.member(Role.OWNER, "bob@shop.example"));
    Member last = household.stored(household.member(Role.OWNER, "ada@shop.example"));

    assertThat(removed(household, bystander)).isEqualTo(Written.DONE);
    assertThat(household.find(last)).contains(last);
    AuditEntry entry = household.entry(AuditAction.MEMBER_REMOVED, last.id());
    assertThat(store().members().remove(household.scope(), last, entry)).isEqualTo(Written.DONE);

    assertThat(household.find(last)).isEmpty();
    assertThat(store().members().find(household.id(), last.email())).isEmpty();
    assertThat(store().members().list(household.scope(), PageRequest.first(20)).items()).isEmpty();
    assertThat(household.entries()).hasSize(4).endsWith(entry);
    assertThat(removed(household, last)).isEqualTo(Written.STALE);
    assertThat(replaced(household, last, withPassword(last))).isEqualTo(Written.STALE);
    assertThat(household.find(last)).isEmpty();
    assertThat(household.entries()).hasSize(4);
  }

  private Written replaced(Household household, Member before, Member changed) {
    AuditEntry entry = household.entry(AuditAction.MEMBER_CHANGED, before.id());
    return store().members().replace(household.scope(), before, changed, entry);
  }

  private Written removed(Household household, Member member) {
    AuditEntry entry = household.entry(AuditAction.MEMBER_REMOVED, member.id());
    return store().members().remove(household.scope(), member, entry);
  }

  private static Member withRole(Member member, Role role) {
    return member.changed(FieldUpdate.to(role), FieldUpdate.keep());
  }

  private static Member withPassword(Member member) {
    return member.changed(FieldUpdate.keep(), FieldUpdate.to(OTHER_PASSWORD));
  }
}
