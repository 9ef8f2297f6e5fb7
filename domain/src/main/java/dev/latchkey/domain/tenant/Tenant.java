package dev.latchkey.domain.tenant;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;

/**
 * A customer of the platform, who owns keys, campaigns and leads.
 *
 * @param version the number of changes, from 1; a change is stored only if this is still the stored version
 */
public record Tenant(TenantId id, Name name, TenantStatus standing, Instant createdAt, long version) {

  public static Tenant founded(TenantId id, Name name, Instant at) {
    return new Tenant(id, name, TenantStatus.ACTIVE, at, 1);
  }

  public Tenant changed(FieldUpdate<Name> newName, FieldUpdate<TenantStatus> newStanding) {
    return new Tenant(id, newName.of(name), newStanding.of(standing), createdAt, version + 1);
  }
}
