package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.SignInSource;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.SessionToken;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Members sign in and out; their sessions live in the store, so any node knows them. */
public final class SignIn implements ForSigningIn {

  /** Every attempt costs a slow comparison: an office that comes to work passes, a flood does not. */
  static final RateLimit ATTEMPTS = new RateLimit(60, Duration.ofMinutes(1));

  /** Few enough to make guessing pointless, many enough for a bad morning. */
  static final RateLimit FAILURES = new RateLimit(10, Duration.ofMinutes(15));

  private static final Duration SESSION_LASTS = Duration.ofHours(12);

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
  public SigningIn signIn(TenantId tenant, Email email, Password password, Optional<InetAddress> address) {
    SignInSource source = SignInSource.of(address);
    Optional<Duration> wait = limits.foresee(source, FAILURES).or(() -> limits.count(source, ATTEMPTS));
    if (wait.isPresent()) {
      return new SigningIn.TooManyAttempts(wait.get());
    }
    Optional<SessionToken> session = startSession(tenant, email, password);
    if (session.isEmpty()) {
      limits.count(source, FAILURES);
      return new SigningIn.WrongLogin();
    }
    return new SigningIn.SignedIn(session.get());
  }

  private Optional<SessionToken> startSession(TenantId tenant, Email email, Password password) {
    Optional<Member> member = members.find(tenant, email);
    if (!passwords.matches(password, member.map(Member::password))) {
      return Optional.empty();
    }
    SessionToken token = mint.sessionToken();
    Instant now = time.now();
    return switch (members.startSession(token.digest(), member.orElseThrow(), now, now.plus(SESSION_LASTS))) {
      case DONE -> Optional.of(token);
      // The password was changed or the member removed while the old one was being compared.
      case STALE -> Optional.empty();
    };
  }

  @Override
  public Optional<Staff> resume(SessionToken token, Optional<InetAddress> address) {
    return members.findSession(token.digest()).flatMap(session -> Staff.resumed(token, session, address, time.now()));
  }

  @Override
  public void signOut(SessionToken token) {
    members.endSession(token.digest());
  }
}
