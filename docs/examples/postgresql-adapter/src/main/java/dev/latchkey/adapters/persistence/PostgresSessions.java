package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of sessions. Those of before their times were noted end at expires_at alone, until they are used. */
final class PostgresSessions {

  private static final String SELECT = "SELECT m.*, s.token_digest, s.expires_at, s.started_at, s.last_seen_at,"
      + " s.address, s.user_agent, " + PostgresTenants.BESIDE
      + " FROM session s JOIN member m ON m.id = s.member_id JOIN tenant t ON t.id = m.tenant_id";

  private PostgresSessions() {}

  /** The caller has locked the member. */
  static void add(Statements sql, NewSession session) throws SQLException {
    sql.change(
        "DELETE FROM session WHERE token_digest IN (SELECT token_digest FROM session WHERE member_id = ?"
            + " ORDER BY started_at DESC NULLS LAST, token_digest DESC OFFSET ?)",
        session.member().id(),
        Session.MOST_PER_MEMBER - 1);
    Columns columns = new Columns()
        .with("token_digest", session.tokenDigest())
        .with("member_id", session.member().id())
        .with("expires_at", session.expiresAt())
        .with("started_at", session.startedAt())
        .with("last_seen_at", session.startedAt())
        .with("address", session.origin().address().map(InetAddress::getHostAddress))
        .with("user_agent", session.origin().userAgent());
    sql.insert("session", columns);
  }

  static Optional<Session> find(Statements sql, String tokenDigest) throws SQLException {
    return sql.one(SELECT + " WHERE s.token_digest = ?", PostgresSessions::read, tokenDigest);
  }

  /** All sessions of a member, the newest first. */
  static List<Session> of(Statements sql, MemberId member) throws SQLException {
    return sql.all(
        SELECT + " WHERE s.member_id = ? ORDER BY s.started_at DESC NULLS LAST, s.token_digest DESC",
        PostgresSessions::read,
        member);
  }

  static int removeSomeOver(Statements sql, Instant now) throws SQLException {
    return sql.change(
        "DELETE FROM session WHERE token_digest IN (SELECT token_digest FROM session"
            + " WHERE expires_at <= ? OR last_seen_at <= ? LIMIT 20 FOR UPDATE SKIP LOCKED)",
        now,
        now.minus(Session.IDLE));
  }

  private static Session read(Row row) throws SQLException {
    Instant expiresAt = row.moment("expires_at");
    return new Session(
        row.text("token_digest"),
        PostgresMembers.read(row),
        PostgresTenants.read(row.under("tenant_")),
        new SessionOrigin(row.perhapsText("address").flatMap(AddressRange::address), row.perhapsText("user_agent")),
        row.perhapsMoment("started_at").orElse(expiresAt.minus(Session.LASTS)),
        row.perhapsMoment("last_seen_at").orElse(expiresAt.minus(Session.IDLE)),
        expiresAt);
  }
}
