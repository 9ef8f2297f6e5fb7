package dev.latchkey.domain.tenant;

import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;

/** A person who works for one tenant. The e-mail address is unique within the tenant. */
public record Member(MemberId id, TenantId tenant, Email email, Role role, PasswordHash password, Instant createdAt) {}
