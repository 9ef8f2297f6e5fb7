package dev.latchkey.domain.access;

import dev.latchkey.domain.id.TenantId;

/** Proof that somebody may look at a tenant's affairs. A scope in which they may be changed is one too. */
public sealed interface TenantView extends StaffView permits TenantScope, ViewedTenant {

  TenantId tenant();
}
