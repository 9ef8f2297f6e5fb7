package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps members and their sessions. Each start of a session clears a few of those that are over, so that the table stays
 * small by itself.
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
      // Under the lock just taken nobody else adds a member to this tenant.
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
    if (!changed.equals(before.changed(Edit.to(changed.role()), Edit.to(changed.password())))) {
      throw new IllegalArgumentException("More than role and password differ");
    }
    return write(scope, before, entry, () -> {
      members.update(MemberRow.from(changed));
      if (!changed.password().equals(before.password())) {
        sessions.deleteByMemberId(changed.id().value());
      }
    });
  }

  @Override
  public Written remove(TenantScope scope, Member member, AuditEntry entry) {
    return write(scope, member, entry, () -> {
      sessions.deleteByMemberId(member.id().value());
      members.deleteById(member.id().value());
    });
  }

  @Override
  public Optional<Member> find(TenantId tenant, Email email) {
    return database
        .run(() -> members.findByTenantIdAndEmail(tenant.value(), email.value()))
        .map(MemberRow::toMember);
  }

  @Override
  public Written startSession(String tokenDigest, Member member, Instant now, Instant expiresAt) {
    database.run(() -> sessions.removeSomeOver(now, CLEARED_AT_ONCE));
    return database.together(() -> {
      // The lock keeps a change of the password, which ends all sessions, from passing this one by.
      if (lock(member.tenant(), member.id()).filter(current -> current.password().equals(member.password()))
          .isEmpty()) {
        return Written.STALE;
      }
      sessions.save(SessionRow.from(tokenDigest, member.id(), expiresAt));
      return Written.DONE;
    });
  }

  @Override
  public Optional<Session> findSession(String tokenDigest) {
    return database.run(() -> sessions.find(tokenDigest));
  }

  @Override
  public void endSession(String tokenDigest) {
    database.run(() -> {
      sessions.deleteById(tokenDigest);
      return tokenDigest;
    });
  }

  /** Makes a change with its audit event; nothing of it where the member is no longer like this. */
  private Written write(TenantScope scope, Member before, AuditEntry entry, Runnable change) {
    return database.together(() -> {
      Optional<AuditHeadRow> head = audit.lock(scope.tenant());
      if (head.isEmpty() || lock(scope.tenant(), before.id()).filter(before::equals).isEmpty()) {
        return Written.STALE;
      }
      change.run();
      audit.append(head.get(), List.of(entry));
      return Written.DONE;
    });
  }

  /** The member as it is now, which nobody else can change before the transaction ends. */
  private Optional<Member> lock(TenantId tenant, MemberId id) {
    return members.lock(tenant.value(), id.value()).map(MemberRow::toMember);
  }
}
