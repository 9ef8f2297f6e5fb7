package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A tenant as it is stored. Times are in ISO 8601, here and in all documents. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TenantDocument(long id, String name, TenantStatus standing, String createdAt, long version) {

  static TenantDocument from(Tenant tenant) {
    return new TenantDocument(
        tenant.id().value(),
        tenant.name().value(),
        tenant.standing(),
        tenant.createdAt().toString(),
        tenant.version());
  }

  Tenant toTenant() {
    return new Tenant(new TenantId(id), new Name(name), standing, Instant.parse(createdAt), version);
  }
}
