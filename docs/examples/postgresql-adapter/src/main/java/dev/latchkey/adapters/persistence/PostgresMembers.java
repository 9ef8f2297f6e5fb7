package dev.latchkey.adapters.persistence;

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
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps members and their sessions. */
@Singleton
final class PostgresMembers implements ForStoringMembers {

  private final Database database;

  PostgresMembers(Database database) {
    this.database = database;
  }

  @Override
  public Adding add(TenantScope scope, Member member, AuditEntry entry) {
    if (!member.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The member belongs to another tenant");
    }
    return database.together(sql -> {
      ChainHead head = PostgresTrail.lock(sql, scope.tenant())
          .orElseThrow(() -> new IllegalStateException("There is no tenant " + scope.tenant().value()));
      // Under the lock just taken nobody else adds a member to this tenant.
      if (byEmail(sql, scope.tenant(), member.email()).isPresent()) {
        return Adding.EMAIL_TAKEN;
      }
      sql.insert("member", columns(member));
      PostgresTrail.append(sql, scope.tenant(), head, List.of(entry));
      return Adding.ADDED;
    });
  }

  @Override
  public Optional<Member> find(TenantView scope, MemberId id) {
    return database.run(
        sql -> sql.one(
            "SELECT * FROM member WHERE tenant_id = ? AND id = ?", PostgresMembers::read, scope.tenant(), id));
  }

  @Override
  public Page<Member> list(TenantView scope, PageRequest request) {
    List<Member> found = database.run(
        sql -> sql.all(
            "SELECT * FROM member WHERE tenant_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
            PostgresMembers::read,
            scope.tenant(),
            request.before().orElse(Long.MAX_VALUE),
            request.limit() + 1));
    return Page.cut(found, request, member -> member.id().value());
  }

  @Override
  public Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry) {
    if (!changed.equals(before.changed(FieldUpdate.to(changed.role()), FieldUpdate.to(changed.password())))) {
      throw new IllegalArgumentException("More than role and password differ");
    }
    return change(scope, before, entry, sql -> {
      if (!changed.password().equals(before.password())) {
        sql.change("DELETE FROM session WHERE member_id = ?", before.id());
      }
      return sql.change(
          "UPDATE member SET role = ?, password = ? WHERE id = ?",
          changed.role(),
          changed.password().encoded(),
          changed.id());
    });
  }

  @Override
  public Written remove(TenantScope scope, Member member, AuditEntry entry) {
    return change(scope, member, entry, sql -> sql.change("DELETE FROM member WHERE id = ?", member.id()));
  }

  @Override
  public Written changePassword(OwnAccount account, Member before, PasswordHash password, AuditEntry entry) {
    if (!before.id().equals(account.member().id())) {
      throw new IllegalArgumentException("The account is another member's");
    }
    return write(account.tenant(), before, entry, _ -> true, sql -> {
      sql.change("DELETE FROM session WHERE member_id = ?", before.id());
      return sql.change("UPDATE member SET password = ? WHERE id = ?", password.encoded(), before.id());
    });
  }

  @Override
  public List<Session> sessions(OwnAccount account, Instant now) {
    return database.run(sql -> PostgresSessions.of(sql, account.member().id())).stream()
        .filter(session -> !session.isOverAt(now))
        .toList();
  }

  @Override
  public void endOtherSessions(OwnAccount account) {
    database.run(
        sql -> sql.change(
            "DELETE FROM session WHERE member_id = ? AND token_digest <> ?",
            account.member().id(),
            account.session().tokenDigest()));
  }

  @Override
  public Optional<Member> find(TenantId tenant, Email email) {
    return database.run(sql -> byEmail(sql, tenant, email));
  }

  @Override
  public Written startSession(NewSession session) {
    Member member = session.member();
    database.run(sql -> PostgresSessions.removeSomeOver(sql, session.startedAt()));
    return database.together(sql -> {
      // The lock keeps a change of the password, which ends all sessions, from passing this one by.
      if (lock(sql, member.tenant(), member.id()).filter(current -> current.password().equals(member.password()))
          .isEmpty()) {
        return Written.STALE;
      }
      PostgresSessions.add(sql, session);
      return Written.DONE;
    });
  }

  @Override
  public void noteSeen(String tokenDigest, Instant at) {
    database.run(sql -> sql.change("UPDATE session SET last_seen_at = ? WHERE token_digest = ?", at, tokenDigest));
  }

  @Override
  public Optional<Session> findSession(String tokenDigest) {
    return database.run(sql -> PostgresSessions.find(sql, tokenDigest));
  }

  @Override
  public void endSession(String tokenDigest) {
    database.run(sql -> sql.change("DELETE FROM session WHERE token_digest = ?", tokenDigest));
  }

  /** Changes a member in the scope, if the acting member may still do that. */
  private Written change(TenantScope scope, Member before, AuditEntry entry, Database.Work<Integer> change) {
    return write(scope.tenant(), before, entry, sql -> mayStillChange(sql, scope, before), change);
  }

  /** Whether the actor is not another member, or is still an owner, which the lock keeps from changing. */
  private static boolean mayStillChange(Statements sql, TenantScope scope, Member target) throws SQLException {
    return !(scope.actor() instanceof Actor.Staff(MemberId acting))
        || acting.equals(target.id())
        || lock(sql, scope.tenant(), acting).filter(member -> member.role() == Role.OWNER).isPresent();
  }

  /** Makes a change with its audit event; nothing of it where the member is no longer like this, or it is not allowed. */
  private Written write(
      TenantId tenant,
      Member before,
      AuditEntry entry,
      Database.Work<Boolean> allowed,
      Database.Work<Integer> change) {
    return database.together(sql -> {
      Optional<ChainHead> head = PostgresTrail.lock(sql, tenant);
      boolean unchanged = head.isPresent() && lock(sql, tenant, before.id()).filter(before::equals).isPresent();
      if (!unchanged || !allowed.on(sql)) {
        return Written.STALE;
      }
      change.on(sql);
      PostgresTrail.append(sql, tenant, head.orElseThrow(), List.of(entry));
      return Written.DONE;
    });
  }

  /** The member as it is now, which nobody else can change before the transaction ends. */
  private static Optional<Member> lock(Statements sql, TenantId tenant, MemberId id) throws SQLException {
    return sql.one("SELECT * FROM member WHERE tenant_id = ? AND id = ? FOR UPDATE", PostgresMembers::read, tenant, id);
  }

  private static Optional<Member> byEmail(Statements sql, TenantId tenant, Email email) throws SQLException {
    return sql.one(
        "SELECT * FROM member WHERE tenant_id = ? AND email = ?", PostgresMembers::read, tenant, email.value());
  }

  static Columns columns(Member member) {
    return new Columns()
        .with("id", member.id())
        .with("tenant_id", member.tenant())
        .with("email", member.email().value())
        .with("role", member.role())
        .with("password", member.password().encoded())
        .with("created_at", member.createdAt());
  }

  static Member read(Row row) throws SQLException {
    return new Member(
        new MemberId(row.number("id")),
        new TenantId(row.number("tenant_id")),
        new Email(row.text("email")),
        row.word("role", Role.class),
        new PasswordHash(row.text("password")),
        row.moment("created_at"));
  }
}
