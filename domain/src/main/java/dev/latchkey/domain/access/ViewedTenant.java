package dev.latchkey.domain.access;

import dev.latchkey.domain.id.TenantId;

record ViewedTenant(TenantId tenant) implements TenantView {}
