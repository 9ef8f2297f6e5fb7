package dev.latchkey.domain.access;

import dev.latchkey.domain.id.TenantId;

/** What a v1 body says of its tenant. It is checked against the key and never selects anything. */
public sealed interface TenantClaim {

  /** Nothing is said, and nothing has to be: v2 finds the tenant from the key. */
  record Absent() implements TenantClaim {}

  /** Nothing is said where it has to be. */
  record Omitted() implements TenantClaim {}

  /** This tenant is named. */
  record Named(TenantId tenant) implements TenantClaim {}

  /** Something is said that is no tenant id at all. */
  record Unreadable() implements TenantClaim {}
}
