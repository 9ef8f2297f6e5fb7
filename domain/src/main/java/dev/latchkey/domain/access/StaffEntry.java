package dev.latchkey.domain.access;

/** The result of a member's request to change a tenant: a scope to act in, or the reason for the refusal. */
public sealed interface StaffEntry permits TenantScope, RoleTooLow, TenantSuspended {}
