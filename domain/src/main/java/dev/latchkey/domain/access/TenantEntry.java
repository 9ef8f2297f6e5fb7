package dev.latchkey.domain.access;

/** The result of entering a tenant: a scope to act in or a refusal. */
public sealed interface TenantEntry permits TenantScope, Refusal {}
