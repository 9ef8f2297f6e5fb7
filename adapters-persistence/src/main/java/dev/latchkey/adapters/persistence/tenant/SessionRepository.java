package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.tenant.Session;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public abstract class SessionRepository implements GenericRepository<SessionRow, String> {

  private static final String WITH_MEMBER_AND_TENANT = """
      SELECT s.token_digest, s.member_id, s.expires_at, s.started_at, s.last_seen_at, s.address, s.user_agent,
        m.id AS m_id, m.tenant_id AS m_tenant_id, m.email AS m_email, m.role AS m_role,
        m.password_hash AS m_password_hash, m.created_at AS m_created_at,
        t.id AS t_id, t.name AS t_name, t.searched_name AS t_searched_name,
        t.standing AS t_standing, t.created_at AS t_created_at, t.version AS t_version
      FROM member_session s
      JOIN tenant_member m ON m.id = s.member_id
      JOIN tenant t ON t.id = m.tenant_id
      """;

  private static final String BY_DIGEST = WITH_MEMBER_AND_TENANT + "WHERE s.token_digest = ?";

  private static final String BY_MEMBER = WITH_MEMBER_AND_TENANT + "WHERE s.member_id = ?";

  private final JdbcOperations operations;

  SessionRepository(JdbcOperations operations) {
    this.operations = operations;
  }

  abstract void save(SessionRow row);

  abstract void deleteById(String tokenDigest);

  abstract void deleteByMemberId(long memberId);

  @Query("DELETE FROM member_session WHERE member_id = :memberId AND token_digest <> :tokenDigest")
  abstract void removeOthers(long memberId, String tokenDigest);

  @Query("UPDATE member_session SET last_seen_at = :at WHERE token_digest = :tokenDigest")
  abstract void noteSeen(
      String tokenDigest, @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant at);

  @Query("DELETE FROM member_session WHERE expires_at <= :now LIMIT :limit")
  abstract long removeSomeExpired(
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant now, int limit);

  @Query("DELETE FROM member_session WHERE last_seen_at <= :lastSeen LIMIT :limit")
  abstract long removeSomeIdle(
      @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant lastSeen, int limit);

  /** Removes at most {@code limit} sessions that were over at that moment. Returns the number of sessions removed. */
  public long removeSomeOver(Instant now, int limit) {
    long expired = removeSomeExpired(now, limit);
    return expired < limit ? expired + removeSomeIdle(now.minus(Session.IDLE), (int) (limit - expired)) : expired;
  }

  Optional<Session> find(String tokenDigest) {
    return operations.prepareStatement(BY_DIGEST, statement -> {
      statement.setString(1, tokenDigest);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(read(found)) : Optional.empty();
      }
    });
  }

  /** Lists all sessions of a member, newest first. */
  List<Session> ofMember(long memberId) {
    return operations.prepareStatement(BY_MEMBER, statement -> {
      statement.setLong(1, memberId);
      try (ResultSet found = statement.executeQuery()) {
        List<Session> sessions = new ArrayList<>();
        while (found.next()) {
          sessions.add(read(found));
        }
        sessions.sort(Comparator.comparing(Session::startedAt).thenComparing(Session::tokenDigest).reversed());
        return sessions;
      }
    });
  }

  private Session read(ResultSet found) {
    MemberRow member = operations.readEntity("m_", found, MemberRow.class);
    TenantRow tenant = operations.readEntity("t_", found, TenantRow.class);
    return operations.readEntity(found, SessionRow.class).toSession(member, tenant);
  }
}
