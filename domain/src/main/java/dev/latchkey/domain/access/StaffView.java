package dev.latchkey.domain.access;

/**
 * The result of a member's request to see a part of a tenant: a view, or the reason for the refusal. Members of a
 * suspended tenant may still see it.
 */
public sealed interface StaffView permits TenantView, RoleTooLow {}
