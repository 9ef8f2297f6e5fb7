package dev.latchkey.contracts.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.contracts.support.Edges;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LookAlikes;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.contracts.tenant.OwnerChangesContract;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForStoringMembers}. */
@Untested(of = ForStoringMembers.class, says = "Stores a new session, which any node finds, also after a restart, if "
    + "the member still exists with this password.", because = "That another node finds it: a contract has one store. "
        + "DurabilityOnH2Test starts it again.")
public interface ForStoringMembersContract
    extends
      MemberChangesContract,
      OwnerChangesContract,
      SessionContract,
      OwnAccountContract {

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's member with exactly this e-mail address, "
      + "including accents; empty if there is none.")
  default void aMemberIsFoundByTenantAndEmail() {
    for (Role role : Role.values()) {
      Household household = Household.in(store());
      Member member = household.stored(household.member(role, "ada@shop.example"));

      assertThat(store().members().find(household.id(), member.email())).contains(member);
    }
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's member with exactly this e-mail address, "
      + "including accents; empty if there is none.")
  default void anEmailThatNobodyHasFindsNobody() {
    Household household = Household.in(store());
    household.stored(household.member(Role.OWNER, "ada@shop.example"));

    assertThat(store().members().find(household.id(), new Email("bob@shop.example"))).isEmpty();
    assertThat(store().members().find(new TenantId(NewIds.next()), new Email("ada@shop.example"))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's member with exactly this e-mail address, "
      + "including accents; empty if there is none.")
  default void theSameEmailIsAnotherMemberInAnotherTenant() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Member ours = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member theirs = other.stored(other.member(Role.VIEWER, "ada@shop.example"));

    assertThat(store().members().find(household.id(), ours.email())).contains(ours);
    assertThat(store().members().find(other.id(), ours.email())).contains(theirs);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new member and the audit entry, both or neither, unless the "
      + "tenant already has a member with exactly this e-mail address; of two concurrent ones, one is stored.")
  default void emailsThatOnlyLookAlikeAreDifferentMembers() {
    Household household = Household.in(store());
    for (Email email : LookAlikes.EMAILS) {
      Member member = household.stored(household.member(Role.ADMIN, email.value()));

      assertThat(store().members().find(household.id(), email)).contains(member);
    }
    assertThat(store().members().list(household.scope(), PageRequest.first(100)).items())
        .hasSameSizeAs(LookAlikes.EMAILS);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's member with exactly this e-mail address, "
      + "including accents; empty if there is none.")
  default void anEmailThatOnlyLooksLikeAMembersFindsNobody() {
    for (Email email : LookAlikes.EMAILS) {
      Household household = Household.in(store());
      household.stored(household.member(Role.ADMIN, email.value()));

      for (Email other : LookAlikes.EMAILS) {
        assertThat(store().members().find(household.id(), other).isPresent()).isEqualTo(other.equals(email));
      }
    }
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's members, newest first.")
  default void membersAreListedNewestFirst() {
    Household household = Household.in(store());
    Member oldest = household.member(Role.OWNER, "oldest@shop.example");
    Member middle = household.member(Role.OWNER, "middle@shop.example");
    Member newest = household.member(Role.OWNER, "newest@shop.example");
    household.stored(middle);
    household.stored(newest);
    household.stored(oldest);

    Page<Member> page = store().members().list(household.scope(), PageRequest.first(3));

    assertThat(page.items()).containsExactly(newest, middle, oldest);
    assertThat(page.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "A member of a tenant other than the scope's is not visible.")
  default void membersOfAnotherTenantAreNotListed() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    other.stored(other.member(Role.OWNER, "theirs@shop.example"));
    Member ours = household.stored(household.member(Role.OWNER, "ours@shop.example"));
    other.stored(other.member(Role.OWNER, "theirs.too@shop.example"));

    assertThat(store().members().list(household.scope(), PageRequest.first(20)).items()).containsExactly(ours);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's members, newest first.")
  default void pagesOfMembersStayRightWhileMembersComeAndGo() {
    Household household = Household.in(store());
    Member first = household.stored(household.member(Role.OWNER, "1@shop.example"));
    Member second = household.stored(household.member(Role.OWNER, "2@shop.example"));
    Member third = household.stored(household.member(Role.OWNER, "3@shop.example"));
    Member fourth = household.stored(household.member(Role.OWNER, "4@shop.example"));

    Page<Member> page = store().members().list(household.scope(), PageRequest.first(2));
    household.stored(household.member(Role.OWNER, "5@shop.example"));
    store().members().remove(household.scope(), third, household.entry(AuditAction.MEMBER_REMOVED, third.id()));
    Page<Member> nextPage = store().members().list(household.scope(), new PageRequest(2, page.next()));

    assertThat(page.items()).containsExactly(fourth, third);
    assertThat(nextPage.items()).containsExactly(second, first);
    assertThat(nextPage.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the tenant's members, newest first.")
  default void pagesOfMembersEndWhereTheMembersEnd() {
    Household household = Household.in(store());
    List<Member> members = List.of(
        household.stored(household.member(Role.OWNER, "a@shop.example")),
        household.stored(household.member(Role.OWNER, "b@shop.example")),
        household.stored(household.member(Role.OWNER, "c@shop.example")));

    Edges.areRight(
        members.reversed(),
        request -> store().members().list(household.scope(), request),
        member -> member.id().value());
  }
}
