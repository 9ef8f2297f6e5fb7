package dev.latchkey.domain.access;

/** A tenant's affairs for a member to change, or why not. */
public sealed interface StaffEntry permits TenantScope, RoleTooLow, TenantSuspended {}
