package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import org.junit.jupiter.api.Test;

/** All that is asked of an implementation of {@code ForStoringMembers}. */
public interface ForStoringMembersContract extends MemberChangesContract, SessionContract {

  @Test
  default void aMemberIsFoundByTenantAndEmail() {
    for (Role role : Role.values()) {
      Household household = Household.in(store());
      Member member = household.stored(household.member(role, "ada@shop.example"));

      assertThat(store().members().find(household.id(), member.email())).contains(member);
    }
  }

  @Test
  default void anEmailThatNobodyHasFindsNobody() {
    Household household = Household.in(store());
    household.stored(household.member(Role.OWNER, "ada@shop.example"));

    assertThat(store().members().find(household.id(), new Email("bob@shop.example"))).isEmpty();
    assertThat(store().members().find(new TenantId(NewIds.next()), new Email("ada@shop.example"))).isEmpty();
  }

  @Test
  default void theSameEmailIsAnotherMemberInAnotherTenant() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    Member ours = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member theirs = other.stored(other.member(Role.VIEWER, "ada@shop.example"));

    assertThat(store().members().find(household.id(), ours.email())).contains(ours);
    assertThat(store().members().find(other.id(), ours.email())).contains(theirs);
  }

  @Test
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
  default void membersOfAnotherTenantAreNotListed() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    other.stored(other.member(Role.OWNER, "theirs@shop.example"));
    Member ours = household.stored(household.member(Role.OWNER, "ours@shop.example"));
    other.stored(other.member(Role.OWNER, "theirs.too@shop.example"));

    assertThat(store().members().list(household.scope(), PageRequest.first(20)).items()).containsExactly(ours);
  }

  @Test
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
}
