package dev.latchkey.domain.access;

import dev.latchkey.domain.id.TenantId;

/** Proof of the right to see a tenant. Every {@link TenantScope} is one too. */
public sealed interface TenantView extends StaffView permits TenantScope, ViewedTenant {

  TenantId tenant();
}
