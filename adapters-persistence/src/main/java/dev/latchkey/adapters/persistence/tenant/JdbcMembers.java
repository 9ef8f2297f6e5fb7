package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.audit.AuditChain;
import dev.latchkey.adapters.persistence.audit.AuditHeadRow;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Stores members and their sessions. Each new session removes a few expired or idle ones, so that the table stays
 * small.
 */
@Singleton
final class JdbcMembers implements ForStoringMembers {

  private static final int CLEARED_AT_ONCE = 20;

  private final Database database;
  private final MemberRepository members;
  private final SessionRepository sessions;
  private final AuditChain audit;

  JdbcMembers(Database database, MemberRepository members, SessionRepository sessions, AuditChain audit) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public Adding add(TenantScope scope, Member member, AuditEntry entry) {
    if (!member.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The member belongs to another tenant");
    }
    return database.together(() -> {
      AuditHeadRow head = audit.lock(scope.tenant())
          .orElseThrow(() -> new IllegalStateException("There is no tenant " + scope.tenant().value()));
      // The lock on the audit head excludes other transactions that add a member to this tenant.
      if (members.findByTenantIdAndEmail(scope.tenant().value(), member.email().value()).isPresent()) {
        return Adding.EMAIL_TAKEN;
      }
      members.save(MemberRow.from(member));
      audit.append(head, List.of(entry));
      return Adding.ADDED;
    });
  }

  @Override
  public Optional<Member> find(TenantView scope, MemberId id) {
    return database
        .run(() -> members.findByTenantIdAndId(scope.tenant().value(), id.value()))
        .map(MemberRow::toMember);
  }

  @Override
  public Page<Member> list(TenantView scope, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    List<MemberRow> found = database
        .run(() -> members.newest(scope.tenant().value(), before, request.limit() + 1));
    return Page.cut(found, request, MemberRow::id).map(MemberRow::toMember);
  }

  @Override
  public Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry) {
    if (!changed.equals(before.changed(FieldUpdate.to(changed.role()), FieldUpdate.to(changed.password())))) {
      throw new IllegalArgumentException("More than role and password differ");
    }
    return change(scope, before, entry, () -> {
      members.update(MemberRow.from(changed));
      if (!changed.password().equals(before.password())) {
        sessions.deleteByMemberId(changed.id().value());
      }
    });
  }

  @Override
  public Written remove(TenantScope scope, Member member, AuditEntry entry) {
    return change(scope, member, entry, () -> {
      sessions.deleteByMemberId(member.id().value());
      members.deleteById(member.id().value());
    });
  }

  @Override
  public Written changePassword(OwnAccount account, Member before, PasswordHash password, AuditEntry entry) {
    if (!before.id().equals(account.member().id())) {
      throw new IllegalArgumentException("The account is another member's");
    }
    return write(account.tenant(), before, entry, () -> true, () -> {
      members.update(MemberRow.from(before.changed(FieldUpdate.keep(), FieldUpdate.to(password))));
      sessions.deleteByMemberId(before.id().value());
    });
  }

  @Override
  public List<Session> sessions(OwnAccount account, Instant now) {
    return database.run(() -> sessions.ofMember(account.member().id().value())).stream()
        .filter(session -> !session.isOverAt(now))
        .toList();
  }

  @Override
  public void endOtherSessions(OwnAccount account) {
    database.run(() -> {
      sessions.removeOthers(account.member().id().value(), account.session().tokenDigest());
      return account;
    });
  }

  @Override
  public Optional<Member> find(TenantId tenant, Email email) {
    return database
        .run(() -> members.findByTenantIdAndEmail(tenant.value(), email.value()))
        .map(MemberRow::toMember);
  }

  @Override
  public Written startSession(NewSession session) {
    Member member = session.member();
    database.run(() -> sessions.removeSomeOver(session.startedAt(), CLEARED_AT_ONCE));
    return database.together(() -> {
      // A change of the password ends all sessions. The lock prevents it from missing this one.
      if (lock(member.tenant(), member.id()).filter(current -> current.password().equals(member.password()))
          .isEmpty()) {
        return Written.STALE;
      }
      // The same lock excludes other transactions that start a session of this member.
      sessions.ofMember(member.id().value()).stream()
          .skip(Session.MOST_PER_MEMBER - 1L)
          .forEach(oldest -> sessions.deleteById(oldest.tokenDigest()));
      sessions.save(SessionRow.from(session));
      return Written.DONE;
    });
  }

  @Override
  public Optional<Session> findSession(String tokenDigest) {
    return database.run(() -> sessions.find(tokenDigest));
  }

  @Override
  public void noteSeen(String tokenDigest, Instant at) {
    database.run(() -> {
      sessions.noteSeen(tokenDigest, at);
      return tokenDigest;
    });
  }

  @Override
  public void endSession(String tokenDigest) {
    database.run(() -> {
      sessions.deleteById(tokenDigest);
      return tokenDigest;
    });
  }

  /** Changes a member in the scope if the acting member is still allowed to. */
  private Written change(TenantScope scope, Member before, AuditEntry entry, Runnable change) {
    return write(scope.tenant(), before, entry, () -> mayStillChange(scope, before), change);
  }

  /**
   * Returns whether the acting member changes itself or is still an owner. Its row stays locked until the transaction
   * ends.
   */
  private boolean mayStillChange(TenantScope scope, Member target) {
    return !(scope.actor() instanceof Actor.Staff(MemberId acting))
        || acting.equals(target.id())
        || lock(scope.tenant(), acting).filter(member -> member.role() == Role.OWNER).isPresent();
  }

  /** Makes a change with its audit event; changes nothing where the member is stale or the change is not allowed. */
  private Written write(
      TenantId tenant, Member before, AuditEntry entry, BooleanSupplier allowed, Runnable change) {
    return database.together(() -> {
      Optional<AuditHeadRow> head = audit.lock(tenant);
      boolean unchanged = head.isPresent() && lock(tenant, before.id()).filter(before::equals).isPresent();
      if (!unchanged || !allowed.getAsBoolean()) {
        return Written.STALE;
      }
      change.run();
      audit.append(head.orElseThrow(), List.of(entry));
      return Written.DONE;
    });
  }

  /** Reads the current member and locks it until the transaction ends. */
  private Optional<Member> lock(TenantId tenant, MemberId id) {
    return members.lock(tenant.value(), id.value()).map(MemberRow::toMember);
  }
}
