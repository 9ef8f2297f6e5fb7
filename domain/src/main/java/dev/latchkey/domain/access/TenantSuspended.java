package dev.latchkey.domain.access;

/** The member's tenant is suspended: its members may see everything that their role allows, and change nothing. */
public record TenantSuspended() implements StaffEntry {}
