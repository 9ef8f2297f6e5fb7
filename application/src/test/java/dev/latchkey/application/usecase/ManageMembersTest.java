package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.fixtures.SignInsByTheClock;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageMembersTest {

  private static final Email BOB = new Email("bob@shop.example");
  private static final ChosenPassword CHOSEN = Shop.chosen("battery staple");
  private static final Password PASSWORD = CHOSEN.password();
  private static final ChosenPassword NEW_CHOSEN = Shop.chosen("new battery staple");
  private static final Password NEW_PASSWORD = NEW_CHOSEN.password();

  private final Shop shop = new Shop();

  @Test
  void anAddedMemberSignsInWithTheRoleThatWasGiven() {
    for (Role role : Role.values()) {
      Email email = new Email(role.name().toLowerCase(Locale.ROOT) + "@shop.example");

      Member added = add(shop.scope(), email, role);

      assertThat(shop.members.find(shop.scope(), added.id())).contains(added);
      assertThat(added.createdAt()).isEqualTo(Shop.OPENING);
      assertThat(signIn(email, PASSWORD).map(Staff::member)).contains(added);
      assertThat(added.role()).isEqualTo(role);
    }
  }

  @Test
  void addingIsWrittenDownWithEmailAndRoleAndWithoutThePassword() {
    Member added = addBob();

    assertThat(shop.newEntries()).singleElement().satisfies(entry -> {
      assertThat(entry.action()).isEqualTo(AuditAction.MEMBER_ADDED);
      assertThat(entry.subject()).isEqualTo(added.id());
      assertThat(entry.actor()).isEqualTo(new Actor.Operator());
      assertThat(entry.address()).isEqualTo(Shop.OFFICE);
      assertThat(entry.at()).isEqualTo(Shop.OPENING);
      assertThat(entry.notes()).isEqualTo(Map.of("email", "bob@shop.example", "role", "ADMIN"));
    });
    assertThat(added.password().encoded()).doesNotContain(PASSWORD.reveal());
  }

  @Test
  void anEmailThatIsTakenInThisTenantIsRefusedAndOneThatIsTakenInAnotherIsFree() {
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());

    assertThat(shop.members.add(shop.scope(), Shop.EMAIL, CHOSEN, Role.VIEWER)).isEqualTo(new Adding.EmailTaken());
    assertThat(shop.newEntries()).isEmpty();
    assertThat(shop.members.add(shop.operator.enter(other), Shop.EMAIL, CHOSEN, Role.VIEWER))
        .isInstanceOf(Adding.Added.class);
  }

  @Test
  void membersAreListedNewestFirst() {
    Member bob = addBob();

    assertThat(shop.members.list(shop.scope(), PageRequest.first(20)).items()).containsExactly(bob, owner());
  }

  @Test
  void aRoleIsInForceImmediatelyAndEndsNoSession() {
    Member bob = addBob();
    SessionToken token = token(BOB, PASSWORD).orElseThrow();

    Member viewer = change(bob, FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()).orElseThrow();

    assertThat(viewer.role()).isEqualTo(Role.VIEWER);
    assertThat(shop.signIn.resume(token, Optional.empty()).map(Staff::member)).contains(viewer);
    assertChangedInTheTrail(bob, "VIEWER", "role");
  }

  @Test
  void aNewPasswordEndsTheSessionsOfTheMemberAndNoOthers() {
    Member bob = addBob();
    SessionToken bobs = token(BOB, PASSWORD).orElseThrow();
    SessionToken owners = token(Shop.EMAIL, Shop.PASSWORD).orElseThrow();

    Member changed = change(bob, FieldUpdate.keep(), FieldUpdate.to(NEW_CHOSEN)).orElseThrow();

    assertThat(changed.role()).isEqualTo(Role.ADMIN);
    assertThat(shop.signIn.resume(bobs, Optional.empty())).isEmpty();
    assertThat(shop.signIn.resume(owners, Optional.empty())).isPresent();
    assertThat(token(BOB, PASSWORD)).isEmpty();
    assertThat(signIn(BOB, NEW_PASSWORD).map(Staff::member)).contains(changed);
    assertChangedInTheTrail(bob, "ADMIN", "password");
  }

  @Test
  void roleAndPasswordAreChangedTogether() {
    Member bob = addBob();

    change(bob, FieldUpdate.to(Role.OWNER), FieldUpdate.to(NEW_CHOSEN));

    assertThat(signIn(BOB, NEW_PASSWORD).map(staff -> staff.member().role())).contains(Role.OWNER);
    assertChangedInTheTrail(bob, "OWNER", "role, password");
  }

  @Test
  void aChangeOfNothingIsNotWrittenDown() {
    Member bob = addBob();

    assertThat(change(bob, FieldUpdate.keep(), FieldUpdate.keep())).contains(bob);
    assertThat(change(bob, FieldUpdate.to(Role.ADMIN), FieldUpdate.keep())).contains(bob);

    assertThat(shop.newEntries()).hasSize(1);
  }

  @Test
  void aRemovedMemberIsSignedOutAndSignsInNoMore() {
    Member bob = addBob();
    SessionToken bobs = token(BOB, PASSWORD).orElseThrow();

    assertThat(shop.members.remove(shop.scope(), bob.id())).isEqualTo(new Changing.Changed(bob));

    assertThat(shop.signIn.resume(bobs, Optional.empty())).isEmpty();
    assertThat(token(BOB, PASSWORD)).isEmpty();
    assertThat(shop.members.find(shop.scope(), bob.id())).isEmpty();
    AuditEntry entry = shop.newEntries().getLast();
    assertThat(entry.action()).isEqualTo(AuditAction.MEMBER_REMOVED);
    assertThat(entry.subject()).isEqualTo(bob.id());
    assertThat(entry.notes()).isEqualTo(Map.of("email", "bob@shop.example", "role", "ADMIN"));
  }

  @Test
  void theLastOwnerCanBeRemoved() {
    assertThat(shop.members.remove(shop.scope(), owner().id())).isInstanceOf(Changing.Changed.class);
    assertThat(shop.members.list(shop.scope(), PageRequest.first(20)).items()).isEmpty();
  }

  @Test
  void aMemberThatIsNotThereOrAnotherTenantsIsNeitherChangedNorRemoved() {
    Tenant other = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());
    MemberId theirs = add(shop.operator.enter(other), BOB, Role.OWNER).id();

    for (MemberId id : List.of(theirs, new MemberId(shop.ids.next()))) {
      assertThat(shop.members.find(shop.scope(), id)).isEmpty();
      assertThat(shop.members.change(shop.scope(), id, FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()))
          .isEqualTo(new Changing.NoSuchMember());
      assertThat(shop.members.remove(shop.scope(), id)).isEqualTo(new Changing.NoSuchMember());
    }
    assertThat(shop.newEntries()).isEmpty();
    assertThat(shop.members.find(shop.operator.enter(other), theirs)).isPresent();
  }

  @Test
  void whoManagesKeysLooksAtMembersAndNoMore() {
    MemberId owner = owner().id();
    Staff staff = signIn(Shop.EMAIL, Shop.PASSWORD).orElseThrow();
    TenantScope keys = (TenantScope) staff.manageKeys();

    assertThatIllegalArgumentException().isThrownBy(() -> shop.members.add(keys, BOB, CHOSEN, Role.VIEWER));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.members.change(keys, owner, FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()));
    assertThatIllegalArgumentException().isThrownBy(() -> shop.members.remove(keys, owner));

    assertThat(shop.members.list(staff.enter(), PageRequest.first(20)).items()).containsExactly(owner());
    assertThat(shop.members.find(staff.enter(), owner)).contains(owner());
    assertThat(shop.newEntries()).isEmpty();
  }

  @Test
  void aChangeThatLosesARaceIsMadeAgainFromWhatTheWinnerLeft() {
    Member bob = addBob();
    ManageMembers slow = slow(() -> change(bob, FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()));

    Member changed = changed(slow.change(shop.scope(), bob.id(), FieldUpdate.keep(), FieldUpdate.to(NEW_CHOSEN)))
        .orElseThrow();

    assertThat(changed.role()).isEqualTo(Role.VIEWER);
    assertThat(signIn(BOB, NEW_PASSWORD).map(Staff::member)).contains(changed);
    assertThat(shop.newEntries().getLast().details())
        .containsEntry("role", "VIEWER")
        .containsEntry("changed", "password");
  }

  @Test
  void aChangeThatLosesARaceAgainstARemovalFindsNoMember() {
    Member bob = addBob();
    ManageMembers slow = slow(() -> shop.members.remove(shop.scope(), bob.id()));

    assertThat(slow.change(shop.scope(), bob.id(), FieldUpdate.to(Role.OWNER), FieldUpdate.keep()))
        .isEqualTo(new Changing.NoSuchMember());
    assertThat(shop.newEntries().getLast().action()).isEqualTo(AuditAction.MEMBER_REMOVED);
  }

  @Test
  void aRemovalThatLosesARaceTellsTheRoleThatTheWinnerLeft() {
    Member bob = addBob();
    ManageMembers slow = slow(() -> change(bob, FieldUpdate.to(Role.OWNER), FieldUpdate.keep()));

    assertThat(changed(slow.remove(shop.scope(), bob.id())).map(Member::role)).contains(Role.OWNER);
    assertThat(shop.newEntries().getLast().details()).containsEntry("role", "OWNER");
  }

  @Test
  void ownerChangesNeitherTheirOwnRoleNorRemovesThemselves() {
    TenantScope owners = managing(Shop.EMAIL, Shop.PASSWORD);

    assertThat(shop.members.change(owners, owner().id(), FieldUpdate.to(Role.ADMIN), FieldUpdate.keep()))
        .isEqualTo(new Changing.Oneself());
    assertThat(shop.members.remove(owners, owner().id())).isEqualTo(new Changing.Oneself());
    assertThat(shop.newEntries()).isEmpty();
    assertThat(shop.members.change(owners, owner().id(), FieldUpdate.to(Role.OWNER), FieldUpdate.to(NEW_CHOSEN)))
        .isInstanceOf(Changing.Changed.class);
  }

  @Test
  void ownerWhoIsDemotedMeanwhileChangesAndRemovesNoMember() {
    Member bob = add(shop.scope(), BOB, Role.OWNER);
    TenantScope owners = managing(Shop.EMAIL, Shop.PASSWORD);
    Runnable demotion = () -> shop.members.change(
        managing(BOB, PASSWORD), owner().id(), FieldUpdate.to(Role.VIEWER), FieldUpdate.keep());

    assertThat(slow(demotion).change(owners, bob.id(), FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()))
        .isEqualTo(new Changing.NoLongerOwner());
    assertThat(shop.members.remove(owners, bob.id())).isEqualTo(new Changing.NoLongerOwner());
    assertThat(shop.members.find(shop.scope(), bob.id())).contains(bob);
  }

  @Test
  void memberThatOthersKeepChangingIsNotTriedForEver() {
    Member bob = addBob();
    Runnable flip = () -> change(
        bob,
        FieldUpdate.to(
            shop.members.find(shop.scope(), bob.id()).orElseThrow().role() == Role.ADMIN ? Role.VIEWER : Role.ADMIN),
        FieldUpdate.keep());

    assertThatThrownBy(
        () -> contended(flip).change(shop.scope(), bob.id(), FieldUpdate.keep(), FieldUpdate.to(NEW_CHOSEN)))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> contended(flip).remove(shop.scope(), bob.id())).isInstanceOf(StoreUnavailable.class);
    assertThat(shop.members.find(shop.scope(), bob.id())).isPresent();
  }

  @Test
  void aPasswordThatIsChangedWhileItIsComparedStartsNoSession() {
    Member bob = addBob();
    SignIn slow = new SignIn(
        interrupted(() -> change(bob, FieldUpdate.keep(), FieldUpdate.to(NEW_CHOSEN))),
        shop.passwords,
        shop.mint,
        new SignInsByTheClock(shop.clock),
        shop.clock);

    assertThat(slow.signIn(shop.tenant.id(), BOB, PASSWORD, Shop.FROM_OFFICE)).isInstanceOf(SigningIn.WrongLogin.class);
    assertThat(slow.signIn(shop.tenant.id(), BOB, NEW_PASSWORD, Shop.FROM_OFFICE))
        .isInstanceOf(SigningIn.SignedIn.class);
  }

  @Test
  void signingInClearsSessionsThatAreOver() {
    SessionToken first = token(Shop.EMAIL, Shop.PASSWORD).orElseThrow();

    shop.clock.advance(Duration.ofHours(2).minusNanos(1_000));
    token(Shop.EMAIL, Shop.PASSWORD);
    assertThat(shop.store.members().findSession(first.digest())).isPresent();

    shop.clock.advance(Duration.ofNanos(1_000));
    token(Shop.EMAIL, Shop.PASSWORD);
    assertThat(shop.store.members().findSession(first.digest())).isEmpty();
  }

  private TenantScope managing(Email email, Password password) {
    return (TenantScope) signIn(email, password).orElseThrow().manageMembers();
  }

  private Member addBob() {
    return add(shop.scope(), BOB, Role.ADMIN);
  }

  private Member add(TenantScope scope, Email email, Role role) {
    return switch (shop.members.add(scope, email, CHOSEN, role)) {
      case Adding.Added(Member member) -> member;
      case Adding.EmailTaken taken -> throw new IllegalStateException(taken.toString());
    };
  }

  private Member owner() {
    return shop.store.members().find(shop.tenant.id(), Shop.EMAIL).orElseThrow();
  }

  private Optional<Member> change(Member member, FieldUpdate<Role> role, FieldUpdate<ChosenPassword> password) {
    return changed(shop.members.change(shop.scope(), member.id(), role, password));
  }

  private static Optional<Member> changed(Changing outcome) {
    return outcome instanceof Changing.Changed(Member member) ? Optional.of(member) : Optional.empty();
  }

  private Optional<SessionToken> token(Email email, Password password) {
    return shop.signedIn(shop.tenant.id(), email, password);
  }

  private Optional<Staff> signIn(Email email, Password password) {
    return token(email, password).flatMap(token -> shop.signIn.resume(token, Optional.empty()));
  }

  private void assertChangedInTheTrail(Member member, String role, String changed) {
    AuditEntry entry = shop.newEntries().getLast();
    assertThat(entry.action()).isEqualTo(AuditAction.MEMBER_CHANGED);
    assertThat(entry.subject()).isEqualTo(member.id());
    assertThat(entry.notes())
        .isEqualTo(Map.of("email", member.email().value(), "role", role, "changed", changed));
  }

  private ManageMembers contended(Runnable interruption) {
    Runnable[] interruptions = Collections.nCopies(OptimisticRetry.ATTEMPTS, interruption).toArray(Runnable[]::new);
    return new ManageMembers(
        InterruptedMembers.by(shop.store.members(), interruptions), shop.passwords, shop.ids, shop.clock);
  }

  private ManageMembers slow(Runnable interruption) {
    return new ManageMembers(interrupted(interruption), shop.passwords, shop.ids, shop.clock);
  }

  private ForStoringMembers interrupted(Runnable interruption) {
    return InterruptedMembers.by(shop.store.members(), interruption);
  }
}
