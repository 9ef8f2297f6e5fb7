package dev.latchkey.adapters.rest.tenant;

import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** A tenant as the operator reads it. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record TenantJson(String id, String name, String status, Instant createdAt) {

  /** Members of a new tenant. */
  public static final ResourceMembers NEW = ResourceMembers.setByServer(TenantJson.class)
      .starting("status", TenantStatus.ACTIVE.name());

  public static TenantJson of(Tenant tenant) {
    return new TenantJson(
        PublicId.of(tenant.id()), tenant.name().value(), tenant.standing().name(), tenant.createdAt());
  }
}
