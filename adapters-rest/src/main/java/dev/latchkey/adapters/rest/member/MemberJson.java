package dev.latchkey.adapters.rest.member;

import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Member;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** A member, without the password. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
record MemberJson(String id, String email, String role, Instant createdAt) {

  /** JSON members of a person to add; the server sets those that the request does not accept. */
  static final ResourceMembers NEW = ResourceMembers.setByServer(MemberJson.class);

  static MemberJson of(Member member) {
    return new MemberJson(
        PublicId.of(member.id()), member.email().value(), member.role().name(), member.createdAt());
  }
}
