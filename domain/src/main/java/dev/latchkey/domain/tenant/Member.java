package dev.latchkey.domain.tenant;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;

/** A person who works for one tenant. The e-mail address is unique within the tenant and never changes. */
public record Member(MemberId id, TenantId tenant, Email email, Role role, PasswordHash password, Instant createdAt) {

  public Member changed(FieldUpdate<Role> newRole, FieldUpdate<PasswordHash> newPassword) {
    return new Member(id, tenant, email, newRole.of(role), newPassword.of(password), createdAt);
  }
}
