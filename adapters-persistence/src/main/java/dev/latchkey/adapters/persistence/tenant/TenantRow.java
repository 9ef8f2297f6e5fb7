package dev.latchkey.adapters.persistence.tenant;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.jdbc.SearchedName;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as a row.
 *
 * @param searchedName see {@link SearchedName}
 */
@MappedEntity("tenant")
public record TenantRow(
    @Id long id,
    String name,
    @Nullable String searchedName,
    TenantStatus standing,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant createdAt,
    long version) {

  static TenantRow from(Tenant tenant) {
    return new TenantRow(
        tenant.id().value(),
        tenant.name().value(),
        SearchedName.of(tenant.name()),
        tenant.standing(),
        tenant.createdAt(),
        tenant.version());
  }

  public Tenant toTenant() {
    return new Tenant(new TenantId(id), new Name(name), standing, createdAt, version);
  }
}
