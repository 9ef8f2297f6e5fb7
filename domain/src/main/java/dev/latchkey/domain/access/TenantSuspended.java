package dev.latchkey.domain.access;

/** The member's tenant is suspended: its staff may look at everything that their role shows, and change nothing. */
public record TenantSuspended() implements StaffEntry {}
