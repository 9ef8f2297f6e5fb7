package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session of a member as a row.
 *
 * @param startedAt null in rows of schema version 9 and before
 * @param lastSeenAt null until such a session is used
 */
@MappedEntity("member_session")
record SessionRow(
    @MayBePrinted("A digest of 256 random bits gives nothing away.") @Id String tokenDigest,
    long memberId,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant expiresAt,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) @Nullable Instant startedAt,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) @Nullable Instant lastSeenAt,
    @Nullable String address,
    @Nullable String userAgent) {

  static SessionRow from(NewSession session) {
    return new SessionRow(
        session.tokenDigest(),
        session.member().id().value(),
        session.expiresAt(),
        session.startedAt(),
        session.startedAt(),
        session.origin().address().map(InetAddress::getHostAddress).orElse(null),
        session.origin().userAgent().orElse(null));
  }

  Session toSession(MemberRow member, TenantRow tenant) {
    return new Session(
        tokenDigest,
        member.toMember(),
        tenant.toTenant(),
        new SessionOrigin(
            Optional.ofNullable(address).flatMap(AddressRange::address), Optional.ofNullable(userAgent)),
        startedAt == null ? expiresAt.minus(Session.LASTS) : startedAt,
        lastSeenAt == null ? expiresAt.minus(Session.IDLE) : lastSeenAt,
        expiresAt);
  }
}
