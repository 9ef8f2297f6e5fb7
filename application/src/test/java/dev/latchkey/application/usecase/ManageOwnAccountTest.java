package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingOwnAccount.PasswordChange;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn.TooManyAttempts;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageOwnAccountTest {

  private static final Password WRONG = Password.presented("wrong horse").orElseThrow();
  private static final ChosenPassword NEW = Shop.chosen("battery staple");

  private final Shop shop = new Shop();

  @Test
  void memberOfEveryRoleChangesTheirOwnPasswordAndIsSignedInAnew() {
    for (Role role : Role.values()) {
      Shop its = new Shop();
      Member owner = its.store.members().find(its.tenant.id(), Shop.EMAIL).orElseThrow();
      its.members.change(its.scope(), owner.id(), FieldUpdate.to(role), FieldUpdate.keep());
      SessionToken own = signIn(its, Shop.PASSWORD).orElseThrow();
      SessionToken other = signIn(its, Shop.PASSWORD).orElseThrow();

      SessionToken token = changed(its, own, Shop.PASSWORD, NEW);

      assertThat(its.signIn.resume(token, Optional.empty()).map(staff -> staff.member().role())).contains(role);
      assertThat(its.signIn.resume(own, Optional.empty())).isEmpty();
      assertThat(its.signIn.resume(other, Optional.empty())).isEmpty();
      assertThat(signIn(its, Shop.PASSWORD)).isEmpty();
      assertThat(signIn(its, NEW.password())).isPresent();
    }
  }

  @Test
  void changeIsInTheTrailUnderTheMemberAndWithoutThePassword() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    OwnAccount account = account(own);

    changed(shop, own, Shop.PASSWORD, NEW);

    assertThat(shop.newEntries()).singleElement().satisfies(entry -> {
      assertThat(entry.action()).isEqualTo(AuditAction.MEMBER_CHANGED);
      assertThat(entry.actor()).isEqualTo(new Actor.Staff(account.member().id()));
      assertThat(entry.subject()).isEqualTo(account.member().id());
      assertThat(entry.address()).isEqualTo(Shop.OFFICE);
      assertThat(entry.details())
          .isEqualTo(Map.of("changed", "password", "email", Shop.EMAIL.value(), "role", "OWNER"));
    });
  }

  @Test
  void wrongPresentPasswordChangesNothingAndCountsAsAFailedSignIn() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    for (int i = 0; i < SignIn.FAILURES.requests(); i++) {
      assertThat(change(own, WRONG)).isEqualTo(new PasswordChange.NotConfirmed());
    }

    assertThat(change(own, Shop.PASSWORD)).isEqualTo(new PasswordChange.TooManyAttempts(Duration.ofSeconds(90)));
    assertThat(shop.signIn.signIn(shop.tenant.id(), Shop.EMAIL, Shop.PASSWORD, Shop.FROM_OFFICE))
        .isInstanceOf(TooManyAttempts.class);
    assertThat(shop.newEntries()).isEmpty();
    shop.clock.advance(Duration.ofSeconds(90));
    assertThat(change(own, Shop.PASSWORD)).isInstanceOf(PasswordChange.Changed.class);
  }

  @Test
  void attemptsAreCountedWithThoseOfSigningIn() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    for (int i = 1; i < SignIn.ATTEMPTS.requests(); i++) {
      shop.signedIn(shop.tenant.id(), Shop.EMAIL, Shop.PASSWORD);
    }

    assertThat(change(own, Shop.PASSWORD)).isInstanceOf(PasswordChange.TooManyAttempts.class);
  }

  @Test
  void passwordThatIsSetMeanwhileStays() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    OwnAccount account = account(own);
    ChosenPassword others = Shop.chosen("set by an owner");
    ManageOwnAccount slow = slow(
        () -> shop.members.change(shop.scope(), account.member().id(), FieldUpdate.keep(), FieldUpdate.to(others)));

    assertThat(slow.changePassword(account, Shop.PASSWORD, NEW, Shop.FROM_OFFICE))
        .isEqualTo(new PasswordChange.NotConfirmed());
    assertThat(signIn(shop, NEW.password())).isEmpty();
    assertThat(signIn(shop, others.password())).isPresent();
  }

  @Test
  void roleThatIsChangedMeanwhileStays() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    OwnAccount account = account(own);
    ManageOwnAccount slow = slow(
        () -> shop.members.change(shop.scope(), account.member().id(), FieldUpdate.to(Role.VIEWER),
            FieldUpdate.keep()));

    assertThat(slow.changePassword(account, Shop.PASSWORD, NEW, Shop.FROM_OFFICE))
        .isInstanceOf(PasswordChange.Changed.class);
    assertThat(signIn(shop, NEW.password()).map(this::account).map(changed -> changed.member().role()))
        .contains(Role.VIEWER);
  }

  @Test
  void memberThatOthersKeepChangingIsNotTriedForEver() {
    OwnAccount account = account(signIn(shop, Shop.PASSWORD).orElseThrow());
    Runnable flip = () -> {
      Role now = shop.store.members().find(shop.tenant.id(), Shop.EMAIL).orElseThrow().role();
      Role next = now == Role.OWNER ? Role.VIEWER : Role.OWNER;
      shop.members.change(shop.scope(), account.member().id(), FieldUpdate.to(next), FieldUpdate.keep());
    };
    ManageOwnAccount contended = slow(
        Collections.nCopies(OptimisticRetry.ATTEMPTS, flip).toArray(Runnable[]::new));

    assertThatThrownBy(() -> contended.changePassword(account, Shop.PASSWORD, NEW, Shop.FROM_OFFICE))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void sessionsAreListedNewestFirstWithWhereTheyCameFrom() {
    SessionToken first = signIn(shop, Shop.PASSWORD).orElseThrow();
    shop.clock.advance(Duration.ofMinutes(1));
    SessionToken second = signIn(shop, Shop.PASSWORD).orElseThrow();

    List<Session> sessions = shop.account.sessions(account(first));

    assertThat(sessions).extracting(Session::tokenDigest).containsExactly(second.digest(), first.digest());
    assertThat(sessions).allMatch(session -> session.origin().equals(Shop.FROM_OFFICE));
    shop.clock.advance(Duration.ofHours(1));
    OwnAccount account = account(second);
    shop.clock.advance(Duration.ofHours(1));
    assertThat(shop.account.sessions(account)).extracting(Session::tokenDigest).containsExactly(second.digest());
  }

  @Test
  void oneSessionIsEndedByItsIdAndNoneOfAnotherMembers() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    SessionToken other = signIn(shop, Shop.PASSWORD).orElseThrow();
    String id = account(other).session().id();
    Email bob = new Email("bob@shop.example");
    shop.members.add(shop.scope(), bob, NEW, Role.VIEWER);
    SessionToken bobs = shop.signedIn(shop.tenant.id(), bob, NEW.password()).orElseThrow();

    shop.account.endSession(account(own), "0".repeat(16));
    shop.account.endSession(account(own), account(bobs).session().id());
    assertThat(shop.signIn.resume(bobs, Optional.empty())).isPresent();
    assertThat(shop.account.sessions(account(own))).hasSize(2);
    shop.account.endSession(account(own), id);

    assertThat(id).hasSize(16);
    assertThat(shop.signIn.resume(other, Optional.empty())).isEmpty();
    assertThat(shop.signIn.resume(own, Optional.empty())).isPresent();
  }

  @Test
  void allOtherSessionsAreEnded() {
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    SessionToken other = signIn(shop, Shop.PASSWORD).orElseThrow();

    shop.account.endOtherSessions(account(own));

    assertThat(shop.signIn.resume(other, Optional.empty())).isEmpty();
    assertThat(shop.signIn.resume(own, Optional.empty())).isPresent();
  }

  @Test
  void staffOfASuspendedTenantSignsInAndOutAndDoesNotChangeTheirOwnPassword() {
    SessionToken before = signIn(shop, Shop.PASSWORD).orElseThrow();
    standing(TenantStatus.SUSPENDED);
    int entries = shop.newEntries().size();
    SessionToken own = signIn(shop, Shop.PASSWORD).orElseThrow();
    SessionToken other = signIn(shop, Shop.PASSWORD).orElseThrow();

    for (int i = 0; i <= SignIn.FAILURES.requests(); i++) {
      assertThat(change(own, Shop.PASSWORD)).isEqualTo(new PasswordChange.Suspended());
      assertThat(change(own, WRONG)).isEqualTo(new PasswordChange.Suspended());
    }
    assertThat(change(before, Shop.PASSWORD)).isEqualTo(new PasswordChange.Suspended());
    assertThat(shop.newEntries()).hasSize(entries);

    shop.account.endSession(account(own), account(other).session().id());
    assertThat(shop.signIn.resume(other, Optional.empty())).isEmpty();
    shop.account.endOtherSessions(account(own));
    assertThat(shop.signIn.resume(before, Optional.empty())).isEmpty();

    standing(TenantStatus.ACTIVE);
    assertThat(changed(shop, own, Shop.PASSWORD, NEW)).isNotNull();
  }

  private void standing(TenantStatus standing) {
    shop.tenants.change(shop.operator, shop.tenant.id(), FieldUpdate.keep(), FieldUpdate.to(standing),
        Optional.empty());
  }

  private PasswordChange change(SessionToken own, Password present) {
    return shop.account.changePassword(account(own), present, NEW, Shop.FROM_OFFICE);
  }

  private static SessionToken changed(Shop its, SessionToken own, Password present, ChosenPassword chosen) {
    OwnAccount account = its.signIn.resume(own, Shop.OFFICE).map(Staff::account).orElseThrow();
    return switch (its.account.changePassword(account, present, chosen, Shop.FROM_OFFICE)) {
      case PasswordChange.Changed(SessionToken token) -> token;
      case PasswordChange.NotConfirmed _,PasswordChange.Suspended _,PasswordChange.TooManyAttempts _ ->
        throw new IllegalStateException();
    };
  }

  private OwnAccount account(SessionToken token) {
    return shop.signIn.resume(token, Shop.OFFICE).map(Staff::account).orElseThrow();
  }

  private static Optional<SessionToken> signIn(Shop its, Password password) {
    return its.signedIn(its.tenant.id(), Shop.EMAIL, password);
  }

  private ManageOwnAccount slow(Runnable... interruptions) {
    return new ManageOwnAccount(
        InterruptedMembers.by(shop.store.members(), interruptions),
        shop.passwords,
        shop.mint,
        shop.ids,
        shop.signInLimits,
        shop.clock);
  }
}
