package dev.latchkey.application.usecase;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.SignInSource;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs members in and out. Sessions are in the store, so every node knows them. */
public final class SignIn implements ForSigningIn {

  /**
   * Every attempt costs a slow comparison. The limit admits an office whose members sign in at the same time, and stops
   * a flood.
   */
  static final RateLimit ATTEMPTS = new RateLimit(60, Duration.ofMinutes(1));

  /** Low enough to make guessing futile, high enough for a few forgotten passwords behind one address. */
  static final RateLimit FAILURES = new RateLimit(10, Duration.ofMinutes(15));

  private final ForStoringMembers members;
  private final ForHashingPasswords passwords;
  private final ForMintingKeys mint;
  private final ForLimitingSignIns limits;
  private final ForTellingTime time;

  public SignIn(
      ForStoringMembers members,
      ForHashingPasswords passwords,
      ForMintingKeys mint,
      ForLimitingSignIns limits,
      ForTellingTime time) {
    this.members = members;
    this.passwords = passwords;
    this.mint = mint;
    this.limits = limits;
    this.time = time;
  }

  @Override
  public SigningIn signIn(TenantId tenant, Email email, Password password, SessionOrigin origin) {
    SignInSource source = SignInSource.of(origin.address());
    Optional<Duration> wait = limits.foresee(source, FAILURES).or(() -> limits.count(source, ATTEMPTS));
    if (wait.isPresent()) {
      return new SigningIn.TooManyAttempts(wait.get());
    }
    Optional<SessionToken> session = startSession(tenant, email, password, origin);
    if (session.isEmpty()) {
      limits.count(source, FAILURES);
      return new SigningIn.WrongLogin();
    }
    return new SigningIn.SignedIn(session.get());
  }

  private Optional<SessionToken> startSession(
      TenantId tenant, Email email, Password password, SessionOrigin origin) {
    Optional<Member> member = members.find(tenant, email);
    if (!passwords.matches(password, member.map(Member::password))) {
      return Optional.empty();
    }
    SessionToken token = mint.sessionToken();
    return switch (members.startSession(NewSession.of(token, member.orElseThrow(), origin, time.now()))) {
      case DONE -> Optional.of(token);
      // The password was changed or the member removed during the comparison.
      case STALE -> Optional.empty();
    };
  }

  @Override
  public Optional<Staff> resume(SessionToken token, Optional<InetAddress> address) {
    Instant now = time.now();
    Optional<Session> session = members.findSession(token.digest());
    Optional<Staff> staff = session.flatMap(found -> Staff.resumed(token, found, address, now));
    if (staff.isPresent() && session.orElseThrow().isToBeNotedAt(now)) {
      noteSeen(token, now);
    }
    return staff;
  }

  private void noteSeen(SessionToken token, Instant now) {
    try {
      members.noteSeen(token.digest(), now);
    } catch (StoreUnavailable unwritten) {
      // A read-only store can still serve pages. This use just does not extend the session.
    }
  }

  @Override
  public void signOut(SessionToken token) {
    members.endSession(token.digest());
  }
}
