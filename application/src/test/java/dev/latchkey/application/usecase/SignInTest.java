package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.fixtures.SignInsByTheClock;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn.SignedIn;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn.TooManyAttempts;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final Password WRONG = Password.presented("wrong").orElseThrow();
  private static final Email UNKNOWN = new Email("unknown@shop.example");

  private final Shop shop = new Shop();

  @Test
  void theRightLoginStartsASession() {
    SessionToken token = signIn();

    Staff staff = shop.signIn.resume(token, Optional.empty()).orElseThrow();
    assertThat(staff.member().email()).isEqualTo(Shop.EMAIL);
    assertThat(staff.tenant()).isEqualTo(shop.tenant);
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailAndAnUnknownTenantAreOneAnswer() {
    TenantId unknown = new TenantId(shop.ids.next());

    assertThat(shop.signedIn(shop.tenant.id(), Shop.EMAIL, WRONG)).isEmpty();
    assertThat(shop.signedIn(shop.tenant.id(), UNKNOWN, Shop.PASSWORD)).isEmpty();
    assertThat(shop.signedIn(unknown, Shop.EMAIL, Shop.PASSWORD)).isEmpty();
  }

  @Test
  void everyWrongLoginTakesTheWorkOfOneComparison() {
    Counted counted = new Counted(shop.passwords, new ArrayList<>());
    SignIn signIn = new SignIn(
        shop.store.members(), counted, shop.mint, new SignInsByTheClock(shop.clock), shop.clock);

    signIn.signIn(shop.tenant.id(), Shop.EMAIL, WRONG, Shop.FROM_OFFICE);
    signIn.signIn(shop.tenant.id(), UNKNOWN, Shop.PASSWORD, Shop.FROM_OFFICE);
    signIn.signIn(new TenantId(shop.ids.next()), Shop.EMAIL, Shop.PASSWORD, Shop.FROM_OFFICE);

    assertThat(counted.compared()).containsExactly(true, false, false);
  }

  /** Notes for each comparison whether there was a hash to compare with. */
  private record Counted(ForHashingPasswords passwords, List<Boolean> compared) implements ForHashingPasswords {

    @Override
    public PasswordHash hash(Password password) {
      return passwords.hash(password);
    }

    @Override
    public boolean matches(Password password, Optional<PasswordHash> hash) {
      compared.add(hash.isPresent());
      return passwords.matches(password, hash);
    }
  }

  @Test
  void afterTenFailuresAnAddressHasToWaitThoughTheLoginIsRight() {
    fail(SignIn.FAILURES.requests());

    assertThat(attempt(Shop.PASSWORD, Shop.FROM_OFFICE)).isEqualTo(new TooManyAttempts(Duration.ofSeconds(90)));
    shop.clock.advance(Duration.ofSeconds(90));
    assertThat(attempt(Shop.PASSWORD, Shop.FROM_OFFICE)).isInstanceOf(SignedIn.class);
  }

  @Test
  void failuresFromOneAddressDoNotLockAnotherAddress() {
    fail(SignIn.FAILURES.requests());

    assertThat(attempt(Shop.PASSWORD, SessionOrigin.of(AddressRange.address("192.0.2.8"), Optional.empty())))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void aRightLoginIsNoFailure() {
    for (int i = 0; i < SignIn.FAILURES.requests() + 1; i++) {
      assertThat(attempt(Shop.PASSWORD, Shop.FROM_OFFICE)).isInstanceOf(SignedIn.class);
    }
  }

  @Test
  void whatIsTriedTooOftenIsNotCompared() {
    Counted counted = new Counted(shop.passwords, new ArrayList<>());
    SignIn signIn = new SignIn(
        shop.store.members(), counted, shop.mint, new SignInsByTheClock(shop.clock), shop.clock);
    for (int i = 0; i < SignIn.ATTEMPTS.requests() + 5; i++) {
      signIn.signIn(shop.tenant.id(), Shop.EMAIL, Shop.PASSWORD, Shop.FROM_OFFICE);
    }

    assertThat(counted.compared()).hasSize(SignIn.ATTEMPTS.requests());
    assertThat(signIn.signIn(shop.tenant.id(), Shop.EMAIL, Shop.PASSWORD, Shop.FROM_OFFICE))
        .isEqualTo(new TooManyAttempts(Duration.ofSeconds(1)));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(attempt(WRONG, Shop.FROM_OFFICE)).isEqualTo(new SigningIn.WrongLogin());
    }
  }

  private SigningIn attempt(Password password, SessionOrigin from) {
    return shop.signIn.signIn(shop.tenant.id(), Shop.EMAIL, password, from);
  }

  @Test
  void everySignInStartsASessionOfItsOwn() {
    SessionToken office = signIn();
    SessionToken home = signIn();
    shop.signIn.signOut(home);

    assertThat(shop.signIn.resume(office, Optional.empty())).isPresent();
    assertThat(shop.signIn.resume(home, Optional.empty())).isEmpty();
  }

  @Test
  void aSessionIsOverAfterTwelveHours() {
    SessionToken token = signIn();

    for (int hour = 1; hour < 12; hour++) {
      shop.clock.advance(Duration.ofHours(1));
      assertThat(shop.signIn.resume(token, Optional.empty())).isPresent();
    }
    shop.clock.advance(Duration.ofHours(1).minusNanos(1_000));
    assertThat(shop.signIn.resume(token, Optional.empty())).isPresent();
    shop.clock.advance(Duration.ofNanos(1_000));
    assertThat(shop.signIn.resume(token, Optional.empty())).isEmpty();
  }

  @Test
  void aSessionThatIsNotUsedForTwoHoursIsOver() {
    SessionToken idle = signIn();
    SessionToken used = signIn();

    shop.clock.advance(Duration.ofHours(2).minusNanos(1_000));
    assertThat(shop.signIn.resume(used, Optional.empty())).isPresent();
    shop.clock.advance(Duration.ofNanos(1_000));

    assertThat(shop.signIn.resume(idle, Optional.empty())).isEmpty();
    assertThat(shop.signIn.resume(used, Optional.empty())).isPresent();
  }

  @Test
  void useOfASessionIsNotedOnceAMinuteAtMost() {
    SessionToken token = signIn();

    shop.clock.advance(Duration.ofSeconds(59));
    shop.signIn.resume(token, Optional.empty());
    assertThat(lastSeen(token)).isEqualTo(Shop.OPENING);
    shop.clock.advance(Duration.ofSeconds(1));
    shop.signIn.resume(token, Optional.empty());
    assertThat(lastSeen(token)).isEqualTo(Shop.OPENING.plusSeconds(60));
  }

  @Test
  void useOfASessionThatIsOverIsNotNoted() {
    SessionToken token = signIn();

    shop.clock.advance(Duration.ofHours(3));
    shop.signIn.resume(token, Optional.empty());

    assertThat(lastSeen(token)).isEqualTo(Shop.OPENING);
  }

  @Test
  void pageIsShownThoughTheUseCannotBeNoted() {
    SessionToken token = signIn();
    shop.clock.advance(Duration.ofMinutes(5));
    ForStoringMembers readOnly = (ForStoringMembers) Proxy.newProxyInstance(
        ForStoringMembers.class.getClassLoader(),
        new Class<?>[]{ForStoringMembers.class},
        (_, method, arguments) -> {
          if (method.getName().equals("noteSeen")) {
            throw new StoreUnavailable(new IllegalStateException("read-only"));
          }
          return method.invoke(shop.store.members(), arguments);
        });
    SignIn signIn = new SignIn(readOnly, shop.passwords, shop.mint, shop.signInLimits, shop.clock);

    assertThat(signIn.resume(token, Optional.empty())).isPresent();
    assertThat(lastSeen(token)).isEqualTo(Shop.OPENING);
  }

  private Instant lastSeen(SessionToken token) {
    return shop.store.members().findSession(token.digest()).orElseThrow().lastSeenAt();
  }

  @Test
  void aSessionThatWasSignedOutOfIsOverForGood() {
    SessionToken token = signIn();

    shop.signIn.signOut(token);
    shop.signIn.signOut(token);

    assertThat(shop.signIn.resume(token, Optional.empty())).isEmpty();
  }

  @Test
  void aTokenThatWasNotIssuedResumesNoSession() {
    signIn();

    assertThat(shop.signIn.resume(new SessionToken("guessed"), Optional.empty())).isEmpty();
  }

  @Test
  void theTokenItselfIsNotWhatTheSessionIsStoredUnder() {
    SessionToken token = signIn();

    assertThat(shop.store.members().findSession(token.reveal())).isEmpty();
    assertThat(shop.store.members().findSession(token.digest())).isPresent();
  }

  private SessionToken signIn() {
    return shop.signedIn(shop.tenant.id(), Shop.EMAIL, Shop.PASSWORD).orElseThrow();
  }
}
