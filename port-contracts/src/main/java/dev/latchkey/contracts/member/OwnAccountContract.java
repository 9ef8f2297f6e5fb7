package dev.latchkey.contracts.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Thrown;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises about a member's own password and sessions. */
public interface OwnAccountContract extends StoreContract {

  PasswordHash NEW_PASSWORD = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$bmV3$bmV3");

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the password of the account's member if the stored state of "
      + "the member still equals before, ends all sessions of the member and stores the audit entry, all or nothing.")
  default void ownPasswordIsReplacedAndAllSessionsEnd() {
    Household household = Household.in(store());
    Member member = household.stored(household.member(Role.VIEWER, "ada@shop.example"));
    Member bob = household.stored(household.member(Role.VIEWER, "bob@shop.example"));
    SessionToken own = started(member, 0);
    SessionToken other = started(member, 1);
    SessionToken bobs = started(bob, 2);
    AuditEntry entry = household.entry(AuditAction.MEMBER_CHANGED, member.id());

    assertThat(store().members().changePassword(account(household, member, own), member, NEW_PASSWORD, entry))
        .isEqualTo(Written.DONE);

    assertThat(household.find(member)).contains(member.changed(FieldUpdate.keep(), FieldUpdate.to(NEW_PASSWORD)));
    assertThat(store().members().findSession(own.digest())).isEmpty();
    assertThat(store().members().findSession(other.digest())).isEmpty();
    assertThat(store().members().findSession(bobs.digest())).isPresent();
    assertThat(household.entries()).hasSize(3).endsWith(entry);
    household.assertChained();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the password of the account's member if the stored state of "
      + "the member still equals before, ends all sessions of the member and stores the audit entry, all or nothing.")
  default void ownPasswordOfAMemberWhoIsNotAsBeforeOrWhoseEntryIsThereStays() {
    Household household = Household.in(store());
    Member member = household.member(Role.VIEWER, "ada@shop.example");
    AuditEntry added = household.entry(AuditAction.MEMBER_ADDED, member.id());
    store().members().add(household.scope(), member, added);
    SessionToken own = started(member, 0);
    OwnAccount account = account(household, member, own);
    Member former = member.changed(FieldUpdate.to(Role.OWNER), FieldUpdate.keep());

    AuditEntry entry = household.entry(AuditAction.MEMBER_CHANGED, member.id());
    assertThat(store().members().changePassword(account, former, NEW_PASSWORD, entry)).isEqualTo(Written.STALE);
    assertThatThrownBy(() -> store().members().changePassword(account, member, NEW_PASSWORD, added))
        .satisfies(Thrown::isNoVendors);

    assertThat(household.find(member)).contains(member);
    assertThat(store().members().findSession(own.digest())).isPresent();
    assertThat(household.entries()).containsExactly(added);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "@throws IllegalArgumentException if before is not the account's "
      + "member")
  default void passwordOfAnotherMemberIsNotOnesOwn() {
    Household household = Household.in(store());
    Member member = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member bob = household.stored(household.member(Role.VIEWER, "bob@shop.example"));
    OwnAccount account = account(household, member, new SessionToken("own"));
    AuditEntry entry = household.entry(AuditAction.MEMBER_CHANGED, bob.id());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().members().changePassword(account, bob, NEW_PASSWORD, entry));

    assertThat(household.find(bob)).contains(bob);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the sessions of the account's member that have not ended at "
      + "that time, newest first.")
  default void ownSessionsThatAreNotOverAreListedNewestFirst() {
    Household household = Household.in(store());
    Member member = household.stored(household.member(Role.VIEWER, "ada@shop.example"));
    Member bob = household.stored(household.member(Role.VIEWER, "bob@shop.example"));
    SessionToken first = started(member, 1);
    SessionToken second = started(member, 2);
    SessionToken third = started(member, 3);
    started(bob, 4);
    OwnAccount account = account(household, member, second);
    Instant end = Instant.EPOCH.plus(Session.IDLE);

    assertThat(digests(account, Instant.EPOCH.plusSeconds(4)))
        .containsExactly(third.digest(), second.digest(), first.digest());
    assertThat(digests(account, end.plusSeconds(2))).containsExactly(third.digest());
    store().members().noteSeen(first.digest(), Instant.EPOCH.plusSeconds(60));
    assertThat(digests(account, end.plusSeconds(3))).containsExactly(first.digest());
    assertThat(digests(account, Instant.EPOCH.plus(Session.LASTS).plusSeconds(1))).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Removes all sessions of the account's member except the one in which "
      + "the member acts.")
  default void allOtherSessionsOfTheMemberEndAndNobodyElses() {
    Household household = Household.in(store());
    Member member = household.stored(household.member(Role.VIEWER, "ada@shop.example"));
    Member bob = household.stored(household.member(Role.VIEWER, "bob@shop.example"));
    SessionToken own = started(member, 1);
    SessionToken other = started(member, 2);
    SessionToken bobs = started(bob, 3);

    store().members().endOtherSessions(account(household, member, own));

    assertThat(store().members().findSession(own.digest())).isPresent();
    assertThat(store().members().findSession(other.digest())).isEmpty();
    assertThat(store().members().findSession(bobs.digest())).isPresent();
  }

  private List<String> digests(OwnAccount account, Instant now) {
    return store().members().sessions(account, now).stream().map(Session::tokenDigest).toList();
  }

  private SessionToken started(Member member, int second) {
    SessionToken token = new SessionToken("a token of this test " + NewIds.next());
    NewSession session = NewSession.of(token, member, SessionOrigin.UNKNOWN, Instant.EPOCH.plusSeconds(second));
    assertThat(store().members().startSession(session)).isEqualTo(Written.DONE);
    return token;
  }

  private static OwnAccount account(Household household, Member member, SessionToken token) {
    return Visitors.staff(household.tenant(), member, token).account();
  }
}
