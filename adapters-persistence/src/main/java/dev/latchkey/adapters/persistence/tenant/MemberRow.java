package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

@MappedEntity("tenant_member")
record MemberRow(
    @Id long id,
    long tenantId,
    String email,
    Role role,
    String passwordHash,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant createdAt) {

  static MemberRow from(Member member) {
    return new MemberRow(
        member.id().value(),
        member.tenant().value(),
        member.email().value(),
        member.role(),
        member.password().encoded(),
        member.createdAt());
  }

  Member toMember() {
    return new Member(
        new MemberId(id), new TenantId(tenantId), new Email(email), role, new PasswordHash(passwordHash), createdAt);
  }

  @Override
  public String toString() {
    return "MemberRow[" + id + "]";
  }
}
