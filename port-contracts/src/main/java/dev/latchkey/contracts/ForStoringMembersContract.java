package dev.latchkey.contracts;

import static dev.latchkey.contracts.Household.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Standing;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** All that is asked of an implementation of {@code ForStoringMembers}. */
public interface ForStoringMembersContract extends StoreContract {

  @Test
  default void aMemberIsFoundByTenantAndEmail() {
    for (Role role : Role.values()) {
      Household household = household();
      Member member = members(household, role, new Email("ada@shop.example")).getFirst();

      assertThat(store().members().find(household.id(), member.email())).contains(member);
    }
  }

  @Test
  default void anEmailThatNobodyHasFindsNobody() {
    Household household = household();
    members(household, Role.OWNER, new Email("ada@shop.example"));

    assertThat(store().members().find(household.id(), new Email("bob@shop.example"))).isEmpty();
    assertThat(store().members().find(new TenantId(NewIds.next()), new Email("ada@shop.example"))).isEmpty();
  }

  @Test
  default void theSameEmailIsAnotherMemberInAnotherTenant() {
    Household household = household();
    Household other = household();
    Email email = new Email("ada@shop.example");
    Member ours = members(household, Role.OWNER, email).getFirst();
    Member theirs = members(other, Role.VIEWER, email).getFirst();

    assertThat(store().members().find(household.id(), email)).contains(ours);
    assertThat(store().members().find(other.id(), email)).contains(theirs);
  }

  @Test
  default void emailsThatOnlyLookAlikeAreDifferentMembers() {
    Household household = household();
    List<Member> members = members(household, Role.ADMIN, LookAlikes.EMAILS.toArray(Email[]::new));

    for (Member member : members) {
      assertThat(store().members().find(household.id(), member.email())).contains(member);
    }
  }

  @Test
  default void anEmailThatOnlyLooksLikeAMembersFindsNobody() {
    for (Email email : LookAlikes.EMAILS) {
      Household household = household();
      members(household, Role.ADMIN, email);

      for (Email other : LookAlikes.EMAILS) {
        assertThat(store().members().find(household.id(), other).isPresent()).isEqualTo(other.equals(email));
      }
    }
  }

  @Test
  default void aStartedSessionIsFoundWithItsMemberAndTenant() {
    Household household = household();
    Member member = members(household, Role.ADMIN, new Email("ada@shop.example")).getFirst();
    String digest = digest();

    store().members().startSession(digest, member.id(), Moments.NOW);

    assertThat(store().members().findSession(digest))
        .contains(new Session(digest, member, household.tenant(), Moments.NOW));
  }

  @Test
  default void aMemberMayHaveSeveralSessions() {
    Household household = household();
    Member member = members(household, Role.ADMIN, new Email("ada@shop.example")).getFirst();
    String office = digest();
    String home = digest();

    store().members().startSession(office, member.id(), Moments.NOW);
    store().members().startSession(home, member.id(), Moments.NOW);
    store().members().endSession(home);

    assertThat(store().members().findSession(office)).isPresent();
    assertThat(store().members().findSession(home)).isEmpty();
  }

  @Test
  default void aSessionThatNobodyStartedIsNotThere() {
    assertThat(store().members().findSession(digest())).isEmpty();
  }

  @Test
  default void aSessionComesWithTheTenantAsItIsNow() {
    Household household = household();
    Member member = members(household, Role.ADMIN, new Email("ada@shop.example")).getFirst();
    String digest = digest();
    store().members().startSession(digest, member.id(), Moments.NOW);

    Tenant suspended = household.tenant().changed(Edit.to(new Name("Closed")), Edit.to(Standing.SUSPENDED));
    store().tenants().replace(OPERATOR, suspended, household.entry(AuditAction.TENANT_SUSPENDED, suspended.id()));

    assertThat(store().members().findSession(digest).map(Session::tenant)).contains(suspended);
  }

  @Test
  default void anEndedSessionIsGone() {
    Household household = household();
    Member member = members(household, Role.ADMIN, new Email("ada@shop.example")).getFirst();
    String digest = digest();
    store().members().startSession(digest, member.id(), Moments.NOW);

    store().members().endSession(digest);

    assertThat(store().members().findSession(digest)).isEmpty();
    assertThat(store().members().find(household.id(), member.email())).contains(member);
  }

  @Test
  default void endingASessionThatIsNotThereDoesNothing() {
    assertThatCode(() -> store().members().endSession(digest())).doesNotThrowAnyException();
  }

  @Test
  @ResourceLock(Resources.TIME_ZONE)
  default void theEndOfASessionComesBackToTheMicrosecondInEveryTimeZone() {
    Household household = household();
    Member member = members(household, Role.ADMIN, new Email("ada@shop.example")).getFirst();
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> {
            String digest = digest();
            store().members().startSession(digest, member.id(), moment);
            return digest;
          },
          digest -> {
            Session session = store().members().findSession(digest).orElseThrow();
            assertThat(session.expiresAt()).isEqualTo(moment);
            assertThat(session.member()).isEqualTo(member);
          });
    }
  }

  private Household household() {
    Tenant tenant = Tenant.founded(new TenantId(NewIds.next()), new Name("Shop"), Moments.NOW);
    return new Household(store(), tenant);
  }

  private List<Member> members(Household household, Role role, Email... emails) {
    List<Member> members = new ArrayList<>();
    for (Email email : emails) {
      MemberId id = new MemberId(NewIds.next());
      PasswordHash hash = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA" + id.value());
      members.add(new Member(id, household.id(), email, role, hash, Moments.DELICATE.get(2)));
    }
    store().tenants().add(OPERATOR, household.tenant(), members, List.of());
    return members;
  }

  private static String digest() {
    return new SessionToken("a token that nobody can guess " + NewIds.next()).digest();
  }
}
