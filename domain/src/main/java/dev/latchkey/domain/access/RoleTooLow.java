package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Role;

/**
 * The member's role does not suffice.
 *
 * @param needed the lowest role that does
 */
public record RoleTooLow(Role needed) implements StaffEntry, StaffView {}
