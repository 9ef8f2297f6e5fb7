package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.application.fixtures.SignInsByTheClock;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageMembersTest {

  private static final Email BOB = new Email("bob@shop.example");
  private static final Password PASSWORD = Password.chosen("battery staple").orElseThrow();
  private static final Password NEW_PASSWORD = Password.chosen("new battery staple").orElseThrow();

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
  void anEmailThatIsTakenInThisTenantIsToldAndOneThatIsTakenInAnotherIsFree() {
    Tenant other = shop.tenants.found(shop.operator, new Name("Other"), Optional.empty());

    assertThat(shop.members.add(shop.scope(), Shop.EMAIL, PASSWORD, Role.VIEWER)).isEqualTo(new Adding.EmailTaken());
    assertThat(shop.newEntries()).isEmpty();
    assertThat(shop.members.add(shop.operator.over(other), Shop.EMAIL, PASSWORD, Role.VIEWER))
        .isInstanceOf(Adding.Added.class);
  }

  @Test
  void membersAreListedNewestFirst() {
    Member bob = addBob();

    assertThat(shop.members.list(shop.scope(), PageRequest.first(20)).items()).containsExactly(bob, owner());
  }

  @Test
  void aRoleIsInForceAtOnceAndEndsNoSession() {
    Member bob = addBob();
    SessionToken token = token(BOB, PASSWORD).orElseThrow();

    Member viewer = change(bob, Edit.to(Role.VIEWER), Edit.keep()).orElseThrow();

    assertThat(viewer.role()).isEqualTo(Role.VIEWER);
    assertThat(shop.signIn.resume(token, Optional.empty()).map(Staff::member)).contains(viewer);
    assertChangedInTheTrail(bob, "VIEWER", "role");
  }

  @Test
  void aNewPasswordEndsTheMembersSessionsAndNobodyElses() {
    Member bob = addBob();
    SessionToken bobs = token(BOB, PASSWORD).orElseThrow();
    SessionToken owners = token(Shop.EMAIL, Shop.PASSWORD).orElseThrow();

    Member changed = change(bob, Edit.keep(), Edit.to(NEW_PASSWORD)).orElseThrow();

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

    change(bob, Edit.to(Role.OWNER), Edit.to(NEW_PASSWORD));

    assertThat(signIn(BOB, NEW_PASSWORD).map(staff -> staff.member().role())).contains(Role.OWNER);
    assertChangedInTheTrail(bob, "OWNER", "role, password");
  }

  @Test
  void aChangeOfNothingIsNotWrittenDown() {
    Member bob = addBob();

    assertThat(change(bob, Edit.keep(), Edit.keep())).contains(bob);
    assertThat(change(bob, Edit.to(Role.ADMIN), Edit.keep())).contains(bob);

    assertThat(shop.newEntries()).hasSize(1);
  }

  @Test
  void aRemovedMemberIsSignedOutAndSignsInNoMore() {
    Member bob = addBob();
    SessionToken bobs = token(BOB, PASSWORD).orElseThrow();

    assertThat(shop.members.remove(shop.scope(), bob.id())).contains(bob);

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
    assertThat(shop.members.remove(shop.scope(), owner().id())).isPresent();
    assertThat(shop.members.list(shop.scope(), PageRequest.first(20)).items()).isEmpty();
  }

  @Test
  void aMemberThatIsNotThereOrAnotherTenantsIsNeitherChangedNorRemoved() {
    Tenant other = shop.tenants.found(shop.operator, new Name("Other"), Optional.empty());
    MemberId theirs = add(shop.operator.over(other), BOB, Role.OWNER).id();

    for (MemberId id : List.of(theirs, new MemberId(shop.ids.next()))) {
      assertThat(shop.members.find(shop.scope(), id)).isEmpty();
      assertThat(shop.members.change(shop.scope(), id, Edit.to(Role.VIEWER), Edit.keep())).isEmpty();
      assertThat(shop.members.remove(shop.scope(), id)).isEmpty();
    }
    assertThat(shop.newEntries()).isEmpty();
    assertThat(shop.members.find(shop.operator.over(other), theirs)).isPresent();
  }

  @Test
  void whoManagesKeysLooksAtMembersAndNoMore() {
    MemberId owner = owner().id();
    Staff staff = signIn(Shop.EMAIL, Shop.PASSWORD).orElseThrow();
    TenantScope keys = (TenantScope) staff.manageKeys();

    assertThatIllegalArgumentException().isThrownBy(() -> shop.members.add(keys, BOB, PASSWORD, Role.VIEWER));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.members.change(keys, owner, Edit.to(Role.VIEWER), Edit.keep()));
    assertThatIllegalArgumentException().isThrownBy(() -> shop.members.remove(keys, owner));

    assertThat(shop.members.list(staff.view(), PageRequest.first(20)).items()).containsExactly(owner());
    assertThat(shop.members.find(staff.view(), owner)).contains(owner());
    assertThat(shop.newEntries()).isEmpty();
  }

  @Test
  void aChangeThatLosesARaceIsMadeAgainFromWhatTheWinnerLeft() {
    Member bob = addBob();
    ManageMembers slow = slow(() -> change(bob, Edit.to(Role.VIEWER), Edit.keep()));

    Member changed = slow.change(shop.scope(), bob.id(), Edit.keep(), Edit.to(NEW_PASSWORD)).orElseThrow();

    assertThat(changed.role()).isEqualTo(Role.VIEWER);
    assertThat(signIn(BOB, NEW_PASSWORD).map(Staff::member)).contains(changed);
    assertThat(shop.newEntries().getLast().details())
        .containsEntry("role", "VIEWER")
        .containsEntry("changed", "password");
  }

  @Test
  void aChangeThatLosesARaceAgainstARemovalFindsNobody() {
    Member bob = addBob();
    ManageMembers slow = slow(() -> shop.members.remove(shop.scope(), bob.id()));

    assertThat(slow.change(shop.scope(), bob.id(), Edit.to(Role.OWNER), Edit.keep())).isEmpty();
    assertThat(shop.newEntries().getLast().action()).isEqualTo(AuditAction.MEMBER_REMOVED);
  }

  @Test
  void aRemovalThatLosesARaceTellsTheRoleThatTheWinnerLeft() {
    Member bob = addBob();
    ManageMembers slow = slow(() -> change(bob, Edit.to(Role.OWNER), Edit.keep()));

    assertThat(slow.remove(shop.scope(), bob.id()).map(Member::role)).contains(Role.OWNER);
    assertThat(shop.newEntries().getLast().details()).containsEntry("role", "OWNER");
  }

  @Test
  void aPasswordThatIsChangedWhileItIsComparedStartsNoSession() {
    Member bob = addBob();
    SignIn slow = new SignIn(
        interrupted(() -> change(bob, Edit.keep(), Edit.to(NEW_PASSWORD))),
        shop.passwords,
        shop.mint,
        new SignInsByTheClock(shop.clock),
        shop.clock);

    assertThat(slow.signIn(shop.tenant.id(), BOB, PASSWORD, Shop.OFFICE)).isInstanceOf(SigningIn.WrongLogin.class);
    assertThat(slow.signIn(shop.tenant.id(), BOB, NEW_PASSWORD, Shop.OFFICE)).isInstanceOf(SigningIn.SignedIn.class);
  }

  @Test
  void signingInClearsSessionsThatAreOver() {
    SessionToken first = token(Shop.EMAIL, Shop.PASSWORD).orElseThrow();

    shop.clock.advance(Duration.ofHours(12).minusNanos(1_000));
    token(Shop.EMAIL, Shop.PASSWORD);
    assertThat(shop.store.members().findSession(first.digest())).isPresent();

    shop.clock.advance(Duration.ofNanos(1_000));
    token(Shop.EMAIL, Shop.PASSWORD);
    assertThat(shop.store.members().findSession(first.digest())).isEmpty();
  }

  private Member addBob() {
    return add(shop.scope(), BOB, Role.ADMIN);
  }

  private Member add(TenantScope scope, Email email, Role role) {
    return switch (shop.members.add(scope, email, PASSWORD, role)) {
      case Adding.Added(Member member) -> member;
      case Adding.EmailTaken taken -> throw new IllegalStateException(taken.toString());
    };
  }

  private Member owner() {
    return shop.store.members().find(shop.tenant.id(), Shop.EMAIL).orElseThrow();
  }

  private Optional<Member> change(Member member, Edit<Role> role, Edit<Password> password) {
    return shop.members.change(shop.scope(), member.id(), role, password);
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

  private ManageMembers slow(Runnable interruption) {
    return new ManageMembers(interrupted(interruption), shop.passwords, shop.ids, shop.clock);
  }

  private ForStoringMembers interrupted(Runnable interruption) {
    return new InterruptedMembers(shop.store.members(), new ArrayDeque<>(List.of(interruption)));
  }

  /** A store in which somebody else does something between a look at a member and what is made of it. */
  private record InterruptedMembers(ForStoringMembers store, Deque<Runnable> interruptions)
      implements
        ForStoringMembers {

    private <T> T found(T member) {
      if (!interruptions.isEmpty()) {
        interruptions.poll().run();
      }
      return member;
    }

    @Override
    public Adding add(TenantScope scope, Member member, AuditEntry entry) {
      return store.add(scope, member, entry);
    }

    @Override
    public Optional<Member> find(TenantView scope, MemberId id) {
      return found(store.find(scope, id));
    }

    @Override
    public Page<Member> list(TenantView scope, PageRequest request) {
      return store.list(scope, request);
    }

    @Override
    public Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry) {
      return store.replace(scope, before, changed, entry);
    }

    @Override
    public Written remove(TenantScope scope, Member member, AuditEntry entry) {
      return store.remove(scope, member, entry);
    }

    @Override
    public Optional<Member> find(TenantId tenant, Email email) {
      return found(store.find(tenant, email));
    }

    @Override
    public Written startSession(String tokenDigest, Member member, Instant now, Instant expiresAt) {
      return store.startSession(tokenDigest, member, now, expiresAt);
    }

    @Override
    public Optional<Session> findSession(String tokenDigest) {
      return store.findSession(tokenDigest);
    }

    @Override
    public void endSession(String tokenDigest) {
      store.endSession(tokenDigest);
    }
  }
}
