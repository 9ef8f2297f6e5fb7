package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForManagingOwnAccount;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.rate.SignInSource;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a member's own password, given the present one, and lists and ends the member's sessions. Ending a session is
 * signing out, which members of a suspended tenant may do. Changing the password is not.
 */
public final class ManageOwnAccount implements ForManagingOwnAccount {

  private final ForStoringMembers members;
  private final ForHashingPasswords passwords;
  private final ForMintingKeys mint;
  private final ForLimitingSignIns limits;
  private final ForTellingTime time;
  private final AuditTrail trail;

  public ManageOwnAccount(
      ForStoringMembers members,
      ForHashingPasswords passwords,
      ForMintingKeys mint,
      ForMintingIds ids,
      ForLimitingSignIns limits,
      ForTellingTime time) {
    this.members = members;
    this.passwords = passwords;
    this.mint = mint;
    this.limits = limits;
    this.time = time;
    this.trail = new AuditTrail(ids, time);
  }

  @Override
  public PasswordChange changePassword(
      OwnAccount account, Password present, ChosenPassword chosen, SessionOrigin origin) {
    if (!account.mayChangePassword()) {
      return new PasswordChange.Suspended();
    }
    SignInSource source = SignInSource.of(account.address());
    Optional<Duration> wait = limits.foresee(source, SignIn.FAILURES)
        .or(() -> limits.count(source, SignIn.ATTEMPTS));
    if (wait.isPresent()) {
      return new PasswordChange.TooManyAttempts(wait.get());
    }
    if (!passwords.matches(present, Optional.of(account.member().password()))) {
      limits.count(source, SignIn.FAILURES);
      return new PasswordChange.NotConfirmed();
    }
    return changed(account, passwords.hash(chosen.password()), origin);
  }

  private PasswordChange changed(OwnAccount account, PasswordHash password, SessionOrigin origin) {
    return OptimisticRetry.run(() -> tryToChange(account, password, origin));
  }

  private Optional<PasswordChange> tryToChange(OwnAccount account, PasswordHash password, SessionOrigin origin) {
    Optional<Member> current = members.find(account.tenant(), account.member().email())
        .filter(member -> member.password().equals(account.member().password()));
    if (current.isEmpty()) {
      // The password was changed or the member removed during the comparison.
      return Optional.of(new PasswordChange.NotConfirmed());
    }
    return switch (members.changePassword(account, current.get(), password, entry(account, current.get()))) {
      case DONE -> Optional.of(
          signedInAnew(current.get().changed(FieldUpdate.keep(), FieldUpdate.to(password)), origin));
      // The role was changed concurrently. Read the member again.
      case STALE -> Optional.empty();
    };
  }

  private PasswordChange signedInAnew(Member member, SessionOrigin origin) {
    SessionToken token = mint.sessionToken();
    Written started = members.startSession(NewSession.of(token, member, origin, time.now()));
    return switch (started) {
      case DONE -> new PasswordChange.Changed(token);
      // An owner or the operator set another password in between.
      case STALE -> new PasswordChange.NotConfirmed();
    };
  }

  @Override
  public List<Session> sessions(OwnAccount account) {
    return members.sessions(account, time.now());
  }

  @Override
  public void endSession(OwnAccount account, String id) {
    sessions(account).stream()
        .filter(session -> session.id().equals(id))
        .forEach(session -> members.endSession(session.tokenDigest()));
  }

  @Override
  public void endOtherSessions(OwnAccount account) {
    members.endOtherSessions(account);
  }

  private AuditEntry entry(OwnAccount account, Member member) {
    Map<String, String> details = Map.of(
        "changed", "password", "email", member.email().value(), "role", member.role().name());
    return trail.entry(account, AuditAction.MEMBER_CHANGED, member.id(), FieldChanges.NONE, details);
  }
}
