package dev.latchkey.contracts.member;

import static dev.latchkey.contracts.support.Household.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.TimeZones;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises about starting and ending the sessions of members. */
public interface SessionContract extends StoreContract {

  /** Before the end of every session, except those that are meant to have ended. */
  Instant LONG_AGO = Instant.EPOCH;

  SessionOrigin LAPTOP = SessionOrigin.of(AddressRange.address("2001:db8::7"), Optional.of("Mozilla/5.0 (X11)"));

  FieldUpdate<PasswordHash> ANOTHER_PASSWORD = FieldUpdate
      .to(new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$b3RoZXI$b3RoZXI"));

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new session, which any node finds, also after a restart, if "
      + "the member still exists with this password.")
  @Promise(of = ForStoringMembers.class, says = "Returns the session that is stored under this digest with the current "
      + "state of its member and tenant; empty if there is none.")
  @Promise(of = ForStoringMembers.class, says = "Storage of the members of tenants and of their sessions.")
  default void aStartedSessionIsFoundWithItsMemberAndTenant() {
    Household household = Household.in(store());
    Member member = ada(household);
    String digest = digest();

    NewSession started = new NewSession(digest, member, LAPTOP, LONG_AGO, Moments.NOW);
    assertThat(store().members().startSession(started)).isEqualTo(Written.DONE);

    assertThat(store().members().findSession(digest))
        .contains(new Session(digest, member, household.tenant(), LAPTOP, LONG_AGO, LONG_AGO, Moments.NOW));
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "The oldest sessions end if the member would otherwise have more than "
      + "Session#MOST_PER_MEMBER.")
  default void oldestSessionsEndWhereTheMemberWouldHaveMoreThanTwenty() {
    Household household = Household.in(store());
    Member member = ada(household);
    Member bob = household.stored(household.member(Role.OWNER, "bob@shop.example"));
    String bystanders = started(bob, LONG_AGO, Moments.NOW);
    List<String> started = IntStream.range(0, Session.MOST_PER_MEMBER)
        .mapToObj(i -> started(member, LONG_AGO.plusSeconds(i), Moments.NOW))
        .toList();
    assertThat(started).allMatch(digest -> store().members().findSession(digest).isPresent());

    List<String> more = List.of(
        started(member, LONG_AGO.plusSeconds(100), Moments.NOW),
        started(member, LONG_AGO.plusSeconds(101), Moments.NOW));

    assertThat(started.subList(0, 2)).allMatch(digest -> store().members().findSession(digest).isEmpty());
    assertThat(started.subList(2, started.size()))
        .allMatch(digest -> store().members().findSession(digest).isPresent());
    assertThat(more).allMatch(digest -> store().members().findSession(digest).isPresent());
    assertThat(store().members().findSession(bystanders)).isPresent();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "The oldest sessions end if the member would otherwise have more than "
      + "Session#MOST_PER_MEMBER.")
  default void ofManySessionsStartedAtOnceNoMoreThanTwentyStay() throws Exception {
    Household household = Household.in(store());
    Member member = ada(household);
    for (int round = 0; round < Race.ROUNDS; round++) {
      Race.of(i -> () -> started(member, LONG_AGO.plusSeconds(i), Moments.NOW));
    }

    OwnAccount account = Visitors.staff(household.tenant(), member, new SessionToken("own")).account();
    assertThat(store().members().sessions(account, LONG_AGO.plusSeconds(10)))
        .hasSize(Math.min(Session.MOST_PER_MEMBER, Race.ROUNDS * Race.CONTESTANTS));
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Records when the session that is stored under this digest was last "
      + "used; does nothing if there is none.")
  default void lastUseOfASessionIsNoted() {
    Member member = ada(Household.in(store()));
    String digest = started(member);
    String other = started(member);
    Instant seen = LONG_AGO.plusSeconds(60);

    store().members().noteSeen(digest, seen);
    store().members().noteSeen(digest(), seen);

    assertThat(store().members().findSession(digest).map(Session::lastSeenAt)).contains(seen);
    assertThat(store().members().findSession(digest).map(Session::startedAt)).contains(LONG_AGO);
    assertThat(store().members().findSession(other).map(Session::lastSeenAt)).contains(LONG_AGO);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Removes the session that is stored under this digest; does nothing "
      + "if there is none.")
  default void aMemberMayHaveSeveralSessions() {
    Member member = ada(Household.in(store()));
    String office = started(member);
    String home = started(member);

    store().members().endSession(home);

    assertThat(store().members().findSession(office)).isPresent();
    assertThat(store().members().findSession(home)).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the session that is stored under this digest with the current "
      + "state of its member and tenant; empty if there is none.")
  default void aSessionThatNobodyStartedIsNotThere() {
    assertThat(store().members().findSession(digest())).isEmpty();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new session, which any node finds, also after a restart, if "
      + "the member still exists with this password.")
  default void noSessionStartsForAMemberWhoIsNotThereOrHasAnotherPassword() {
    Household household = Household.in(store());
    Member nobody = household.member(Role.ADMIN, "nobody@shop.example");
    Member member = ada(household);
    changed(household, member, FieldUpdate.keep(), ANOTHER_PASSWORD);

    for (Member former : List.of(nobody, member)) {
      String digest = digest();
      assertThat(store().members().startSession(session(digest, former, LONG_AGO, Moments.NOW)))
          .isEqualTo(Written.STALE);
      assertThat(store().members().findSession(digest)).isEmpty();
    }
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Stores a new session, which any node finds, also after a restart, "
      + "if the member still exists with this password.")
  default void aSessionStartsForAMemberWhoHasAnotherRoleByNow() {
    Household household = Household.in(store());
    Member member = ada(household);
    Member viewer = changed(household, member, FieldUpdate.to(Role.VIEWER), FieldUpdate.keep());

    assertThat(store().members().findSession(started(member)).map(Session::member)).contains(viewer);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Deletes some of the sessions that have ended by now.")
  default void startingSessionsClearsThoseThatAreOverByThen() {
    Household household = Household.in(store());
    Member member = ada(household);
    Member bob = household.stored(household.member(Role.OWNER, "bob@shop.example"));
    Instant end = LONG_AGO.plusSeconds(3600);
    List<String> over = IntStream.range(0, 30)
        .mapToObj(i -> started(i % 2 == 0 ? member : bob, LONG_AGO, end))
        .toList();
    String running = started(member, LONG_AGO, end.plusNanos(1_000));
    assertThat(over).allMatch(digest -> store().members().findSession(digest).isPresent());

    for (int i = 0; i < 5; i++) {
      started(member, end, Moments.NOW);
    }

    assertThat(over).allMatch(digest -> store().members().findSession(digest).isEmpty());
    assertThat(store().members().findSession(running)).isPresent();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Returns the session that is stored under this digest with the current "
      + "state of its member and tenant; empty if there is none.")
  default void aSessionComesWithTheTenantAsItIsNow() {
    Household household = Household.in(store());
    String digest = started(ada(household));

    Tenant suspended = household.tenant().changed(FieldUpdate.to(new Name("Closed")),
        FieldUpdate.to(TenantStatus.SUSPENDED));
    store().tenants().replace(OPERATOR, suspended, household.entry(AuditAction.TENANT_SUSPENDED, suspended.id()));

    assertThat(store().members().findSession(digest).map(Session::tenant)).contains(suspended);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "A changed password ends all sessions of the member in the same "
      + "step; a changed role ends none.")
  @Promise(of = ForStoringMembers.class, says = "Returns the session that is stored under this digest with the current "
      + "state of its member and tenant; empty if there is none.")
  default void anotherRoleEndsNoSessionWhichComesWithTheMemberAsItIsNow() {
    Household household = Household.in(store());
    Member member = ada(household);
    String digest = started(member);

    Member viewer = changed(household, member, FieldUpdate.to(Role.VIEWER), FieldUpdate.keep());

    assertThat(store().members().findSession(digest).map(Session::member)).contains(viewer);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "A changed password ends all sessions of the member in the same "
      + "step; a changed role ends none.")
  default void anotherPasswordEndsAllOfTheMembersSessionsAndNobodyElses() {
    Household household = Household.in(store());
    Member member = ada(household);
    String bystanders = started(household.stored(household.member(Role.OWNER, "bob@shop.example")));
    List<String> sessions = List.of(started(member), started(member));

    Member changed = changed(household, member, FieldUpdate.keep(), ANOTHER_PASSWORD);

    assertThat(sessions).allMatch(digest -> store().members().findSession(digest).isEmpty());
    assertThat(store().members().findSession(bystanders)).isPresent();
    assertThat(store().members().findSession(started(changed)).map(Session::member)).contains(changed);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Deletes the member and all of its sessions permanently if its stored "
      + "state still equals member, and stores the audit entry, all or nothing.")
  default void aRemovalEndsAllOfTheMembersSessionsAndNobodyElses() {
    Household household = Household.in(store());
    Member member = ada(household);
    String bystanders = started(household.stored(household.member(Role.OWNER, "bob@shop.example")));
    List<String> sessions = List.of(started(member), started(member));

    AuditEntry entry = household.entry(AuditAction.MEMBER_REMOVED, member.id());
    assertThat(store().members().remove(household.scope(), member, entry)).isEqualTo(Written.DONE);

    assertThat(sessions).allMatch(digest -> store().members().findSession(digest).isEmpty());
    assertThat(store().members().findSession(bystanders)).isPresent();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Replaces the member if its stored state still equals before, and "
      + "stores the audit entry, both or neither.")
  @Promise(of = ForStoringMembers.class, says = "Deletes the member and all of its sessions permanently if its "
      + "stored state still equals member, and stores the audit entry, all or nothing.")
  default void aChangeThatIsNotStoredEndsNoSession() {
    Household household = Household.in(store());
    Member member = household.member(Role.ADMIN, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, member.id());
    store().members().add(household.scope(), member, entry);
    String digest = started(member);
    Member other = member.changed(FieldUpdate.to(Role.VIEWER), FieldUpdate.keep());

    Stream.<Runnable>of(
        () -> store()
            .members()
            .replace(household.scope(), member, member.changed(FieldUpdate.keep(), ANOTHER_PASSWORD), entry),
        () -> store().members().remove(household.scope(), member, entry))
        .forEach(change -> assertThatThrownBy(change::run).isNotNull());
    store().members().remove(household.scope(), other, household.entry(AuditAction.MEMBER_REMOVED, other.id()));

    assertThat(store().members().findSession(digest).map(Session::member)).contains(member);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "A changed password ends all sessions of the member in the same "
      + "step; a changed role ends none.")
  @Promise(of = ForStoringMembers.class, says = "Stores a new session, which any node finds, also after a restart, if "
      + "the member still exists with this password.")
  default void noSessionStartedWithTheFormerPasswordOutlivesItsChange() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      Member member = ada(household);
      List<String> digests = IntStream.range(0, Race.CONTESTANTS).mapToObj(_ -> digest()).toList();

      Race.of(i -> () -> {
        if (i == Race.CONTESTANTS / 2) {
          changed(household, member, FieldUpdate.keep(), ANOTHER_PASSWORD);
        } else {
          store().members().startSession(session(digests.get(i), member, LONG_AGO, Moments.NOW));
        }
        return i;
      });

      assertThat(digests).allMatch(digest -> store().members().findSession(digest).isEmpty());
    }
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Removes the session that is stored under this digest; does nothing if "
      + "there is none.")
  default void anEndedSessionIsGone() {
    Household household = Household.in(store());
    Member member = ada(household);
    String digest = started(member);

    store().members().endSession(digest);

    assertThat(store().members().findSession(digest)).isEmpty();
    assertThat(store().members().find(household.id(), member.email())).contains(member);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Removes the session that is stored under this digest; does nothing if "
      + "there is none.")
  default void endingASessionThatIsNotThereDoesNothing() {
    assertThatCode(() -> store().members().endSession(digest())).doesNotThrowAnyException();
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Times are returned as they were stored, to the microsecond.")
  @ResourceLock(Resources.TIME_ZONE)
  default void theEndOfASessionComesBackToTheMicrosecondInEveryTimeZone() {
    Member member = ada(Household.in(store()));
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> started(member, LONG_AGO, moment),
          digest -> {
            Session session = store().members().findSession(digest).orElseThrow();
            assertThat(session.expiresAt()).isEqualTo(moment);
            assertThat(session.member()).isEqualTo(member);
          });
    }
  }

  private static Member ada(Household household) {
    return household.stored(household.member(Role.ADMIN, "ada@shop.example"));
  }

  private static NewSession session(String digest, Member member, Instant now, Instant expiresAt) {
    return new NewSession(digest, member, SessionOrigin.UNKNOWN, now, expiresAt);
  }

  private String started(Member member) {
    return started(member, LONG_AGO, Moments.NOW);
  }

  private String started(Member member, Instant now, Instant expiresAt) {
    String digest = digest();
    assertThat(store().members().startSession(session(digest, member, now, expiresAt))).isEqualTo(Written.DONE);
    return digest;
  }

  private Member changed(Household household, Member member, FieldUpdate<Role> role,
      FieldUpdate<PasswordHash> password) {
    Member changed = member.changed(role, password);
    AuditEntry entry = household.entry(AuditAction.MEMBER_CHANGED, member.id());
    assertThat(store().members().replace(household.scope(), member, changed, entry)).isEqualTo(Written.DONE);
    return changed;
  }

  private static String digest() {
    return new SessionToken("a token that nobody can guess " + NewIds.next()).digest();
  }
}
