package dev.latchkey.domain.tenant;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;

/**
 * A customer of the platform: the owner of keys, campaigns and leads.
 *
 * @param version counts the changes, from 1; a change is stored only on top of the version it was made from
 */
public record Tenant(TenantId id, Name name, TenantStatus standing, Instant createdAt, long version) {

  public static Tenant founded(TenantId id, Name name, Instant at) {
    return new Tenant(id, name, TenantStatus.ACTIVE, at, 1);
  }

  public Tenant changed(FieldUpdate<Name> newName, FieldUpdate<TenantStatus> newStanding) {
    return new Tenant(id, newName.of(name), newStanding.of(standing), createdAt, version + 1);
  }
}
