package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Keeps members and their sessions. */
@Singleton
final class JdbcMembers implements ForStoringMembers {

  private final Database database;
  private final MemberRepository members;
  private final SessionRepository sessions;

  JdbcMembers(Database database, MemberRepository members, SessionRepository sessions) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
  }

  @Override
  public Optional<Member> find(TenantId tenant, Email email) {
    return database
        .run(() -> members.findByTenantIdAndEmail(tenant.value(), email.value()))
        .map(MemberRow::toMember);
  }

  @Override
  public void startSession(String tokenDigest, MemberId member, Instant expiresAt) {
    database.run(() -> {
      sessions.save(SessionRow.from(tokenDigest, member, expiresAt));
      return tokenDigest;
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
}
