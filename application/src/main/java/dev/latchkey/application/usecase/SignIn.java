package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.id.TenantId;
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

  private static final Duration SESSION_LASTS = Duration.ofHours(12);

  private final ForStoringMembers members;
  private final ForHashingPasswords passwords;
  private final ForMintingKeys mint;
  private final ForTellingTime time;

  public SignIn(
      ForStoringMembers members, ForHashingPasswords passwords, ForMintingKeys mint, ForTellingTime time) {
    this.members = members;
    this.passwords = passwords;
    this.mint = mint;
    this.time = time;
  }

  @Override
  public Optional<SessionToken> signIn(TenantId tenant, Email email, Password password) {
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
