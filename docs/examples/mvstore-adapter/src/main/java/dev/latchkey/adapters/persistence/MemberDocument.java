package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A member as it is stored. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MemberDocument(long id, long tenant, String email, Role role, String passwordHash, String createdAt) {

  static MemberDocument from(Member member) {
    return new MemberDocument(
        member.id().value(),
        member.tenant().value(),
        member.email().value(),
        member.role(),
        member.password().encoded(),
        member.createdAt().toString());
  }

  Member toMember() {
    return new Member(
        new MemberId(id),
        new TenantId(tenant),
        new Email(email),
        role,
        new PasswordHash(passwordHash),
        Instant.parse(createdAt));
  }

  /** Masks the hash, which a record would print. */
  @Override
  public String toString() {
    return "MemberDocument[" + id + "]";
  }
}
