package dev.latchkey.domain.refusal;

import dev.latchkey.domain.id.TenantId;

/** The tenant that a v1 body names. It is compared with the key's tenant and never selects anything. */
public sealed interface TenantClaim {

  /** No tenant is named, and none is required: v2 derives the tenant from the key. */
  record Absent() implements TenantClaim {}

  /** No tenant is named although one is required. */
  record Omitted() implements TenantClaim {}

  /** This tenant is named. */
  record Named(TenantId tenant) implements TenantClaim {}

  /** The value is not a tenant id. */
  record Unreadable() implements TenantClaim {}
}
