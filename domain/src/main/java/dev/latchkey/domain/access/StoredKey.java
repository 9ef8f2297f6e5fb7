package dev.latchkey.domain.access;

import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.tenant.Tenant;

/** A key together with its tenant: all that the access decision needs from the store. */
public record StoredKey(ApiKey key, Tenant tenant) {

  public StoredKey {
    if (!key.tenant().equals(tenant.id())) {
      throw new IllegalArgumentException("The key belongs to another tenant");
    }
  }
}
