package dev.latchkey.domain.access;

/** A part of a tenant's affairs for a member to look at, or why not. A suspended tenant's staff may still look. */
public sealed interface StaffView permits TenantView, RoleTooLow {}
