package dev.latchkey.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemberTest {

  private static final PasswordHash OLD = new PasswordHash("$argon2id$old");
  private static final PasswordHash NEW = new PasswordHash("$argon2id$new");

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    assertThat(member(Role.ADMIN, OLD).changed(FieldUpdate.keep(), FieldUpdate.keep()))
        .isEqualTo(member(Role.ADMIN, OLD));
    assertThat(member(Role.ADMIN, OLD).changed(FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()))
        .isEqualTo(member(Role.VIEWER, OLD));
    assertThat(member(Role.ADMIN, OLD).changed(FieldUpdate.keep(), FieldUpdate.to(NEW)))
        .isEqualTo(member(Role.ADMIN, NEW));
  }

  private static Member member(Role role, PasswordHash password) {
    return new Member(
        new MemberId(2), new TenantId(1), new Email("ada@shop.example"), role, password, Instant.EPOCH);
  }
}
