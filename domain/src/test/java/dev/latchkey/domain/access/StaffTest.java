package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StaffTest {

  private static final Instant NOW = Scene.NOW;
  private static final Tenant TENANT = Tenant.founded(new TenantId(1), new Name("Shop"), NOW);
  private static final SessionToken TOKEN = new SessionToken("own");

  @ParameterizedTest
  @EnumSource
  void everyRoleLooksAtTheTenantOfTheSession(Role role) {
    assertThat(staff(role).enter().tenant()).isEqualTo(TENANT.id());
    assertThat(staff(role).enter()).isNotInstanceOf(TenantScope.class);
  }

  @ParameterizedTest
  @CsvSource({"OWNER,true,true", "ADMIN,true,false", "VIEWER,false,false"})
  void adminsManageKeysAndOwnersMembersAsWell(Role role, boolean keys, boolean members) {
    assertThat(staff(role).manageKeys()).satisfies(entry -> assertGiven(entry, keys, Role.ADMIN));
    assertThat(staff(role).manageMembers()).satisfies(entry -> assertGiven(entry, members, Role.OWNER));
  }

  @Test
  void membersAreManagedWithTheScopeOfOwnersAndNotWithThatOverKeys() {
    assertThat(((TenantScope) staff(Role.OWNER).manageMembers()).managesMembers()).isTrue();
    assertThat(((TenantScope) staff(Role.OWNER).manageKeys()).managesMembers()).isFalse();
    assertThat(((TenantScope) staff(Role.ADMIN).manageKeys()).managesMembers()).isFalse();
  }

  @Test
  void keysThatStaffMakeAreLiveUnlessTheySayOtherwise() {
    assertThat(((TenantScope) staff(Role.ADMIN).manageKeys()).environment()).isEqualTo(Environment.LIVE);
  }

  @ParameterizedTest
  @EnumSource
  void staffOfASuspendedTenantLooksAndChangesNothing(Role role) {
    Tenant suspended = TENANT.changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED));
    Session session = session(staff(role).member(), suspended);
    Staff staff = Staff.resumed(TOKEN, session, Optional.of(Scene.ADDRESS), NOW.minusSeconds(1)).orElseThrow();

    for (StaffEntry entry : List.of(staff.manageKeys(), staff.manageMembers())) {
      assertThat(entry).isNotInstanceOf(TenantScope.class);
    }
    assertThat(staff.manageKeys()).isEqualTo(
        role == Role.VIEWER ? new RoleTooLow(Role.ADMIN) : new TenantSuspended());
    assertThat(staff.enter().tenant()).isEqualTo(TENANT.id());
    assertThat(staff.inspectKeys() instanceof TenantView).isEqualTo(role != Role.VIEWER);
    assertThat(staff.account().session()).isEqualTo(session);
    assertThat(staff.account().address()).contains(Scene.ADDRESS);
    assertThat(staff.account().mayChangePassword()).isFalse();
    assertThat(staff(role).account().mayChangePassword()).isTrue();
  }

  @Test
  void theOwnAccountIsThatOfTheMemberOfTheSession() {
    OwnAccount account = staff(Role.VIEWER).account();

    assertThat(account.member()).isEqualTo(session(Role.VIEWER).member());
    assertThat(account.tenant()).isEqualTo(TENANT.id());
    assertThat(account.actor()).isEqualTo(new Actor.Staff(new MemberId(2)));
  }

  @ParameterizedTest
  @CsvSource({"OWNER,true,true", "ADMIN,true,false", "VIEWER,false,false"})
  void adminsLookIntoDecisionsAndOwnersAtMembersAsWell(Role role, boolean keys, boolean members) {
    assertThat(staff(role).inspectKeys()).isEqualTo(keys ? staff(role).enter() : new RoleTooLow(Role.ADMIN));
    assertThat(staff(role).inspectMembers()).isEqualTo(members ? staff(role).enter() : new RoleTooLow(Role.OWNER));
  }

  @Test
  void aSessionIsResumedWithItsTokenUntilItIsOver() {
    Session session = session(Role.OWNER);

    assertThat(Staff.resumed(TOKEN, session, Optional.empty(), NOW.minusNanos(1_000))).isPresent();
    assertThat(Staff.resumed(TOKEN, session, Optional.empty(), NOW)).isEmpty();
    assertThat(Staff.resumed(new SessionToken("another"), session, Optional.empty(), NOW.minusNanos(1_000)))
        .isEmpty();
  }

  private static void assertGiven(StaffEntry entry, boolean given, Role needed) {
    switch (entry) {
      case TenantScope scope -> {
        assertThat(given).isTrue();
        assertThat(scope.tenant()).isEqualTo(TENANT.id());
        assertThat(scope.actor()).isEqualTo(new Actor.Staff(new MemberId(2)));
        assertThat(scope.address()).contains(Scene.ADDRESS);
      }
      case RoleTooLow refused -> {
        assertThat(given).isFalse();
        assertThat(refused.needed()).isEqualTo(needed);
      }
      case TenantSuspended() -> throw new AssertionError("The tenant is active");
    }
  }

  private static Staff staff(Role role) {
    return Staff.resumed(TOKEN, session(role), Optional.of(Scene.ADDRESS), NOW.minusSeconds(1)).orElseThrow();
  }

  private static Session session(Member member, Tenant tenant) {
    return new Session(
        TOKEN.digest(), member, tenant, SessionOrigin.UNKNOWN, NOW.minusSeconds(60), NOW.minusSeconds(60), NOW);
  }

  private static Session session(Role role) {
    Member member = new Member(
        new MemberId(2), TENANT.id(), new Email("ada@shop.example"), role, new PasswordHash("hash"), NOW);
    return session(member, TENANT);
  }
}
