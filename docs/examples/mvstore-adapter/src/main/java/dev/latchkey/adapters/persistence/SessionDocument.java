package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.serde.annotation.Serdeable;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session as it is stored, without the member and the tenant, which are read as they are now. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SessionDocument(
    @MayBePrinted("A digest of 256 random bits gives nothing away.") String tokenDigest,
    long tenant,
    long member,
    @Nullable String address,
    @Nullable String userAgent,
    String startedAt,
    String lastSeenAt,
    String expiresAt) {

  static SessionDocument from(NewSession session) {
    return new SessionDocument(
        session.tokenDigest(),
        session.member().tenant().value(),
        session.member().id().value(),
        session.origin().address().map(InetAddress::getHostAddress).orElse(null),
        session.origin().userAgent().orElse(null),
        session.startedAt().toString(),
        session.startedAt().toString(),
        session.expiresAt().toString());
  }

  Session toSession(Member owner, Tenant ownersTenant) {
    return new Session(
        tokenDigest,
        owner,
        ownersTenant,
        new SessionOrigin(
            Optional.ofNullable(address).flatMap(AddressRange::address), Optional.ofNullable(userAgent)),
        started(),
        Instant.parse(lastSeenAt),
        Instant.parse(expiresAt));
  }

  SessionDocument seenAt(Instant at) {
    return new SessionDocument(
        tokenDigest, tenant, member, address, userAgent, startedAt, at.toString(), expiresAt);
  }

  boolean isOf(MemberId owner) {
    return member == owner.value();
  }

  TenantId tenantId() {
    return new TenantId(tenant);
  }

  MemberId memberId() {
    return new MemberId(member);
  }

  Instant started() {
    return Instant.parse(startedAt);
  }

  boolean isOverAt(Instant moment) {
    return !moment.isBefore(Instant.parse(expiresAt))
        || !moment.isBefore(Instant.parse(lastSeenAt).plus(Session.IDLE));
  }
}
