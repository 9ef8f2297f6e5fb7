package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.Session;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

@MappedEntity("member_session")
record SessionRow(
    @Id String tokenDigest,
    long memberId,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant expiresAt) {

  static SessionRow from(String tokenDigest, MemberId member, Instant expiresAt) {
    return new SessionRow(tokenDigest, member.value(), expiresAt);
  }

  Session toSession(MemberRow member, TenantRow tenant) {
    return new Session(tokenDigest, member.toMember(), tenant.toTenant(), expiresAt);
  }
}
