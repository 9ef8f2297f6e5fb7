package dev.latchkey.domain.access;

import dev.latchkey.domain.tenant.Role;

/**
 * The member's role is too low.
 *
 * @param needed the lowest role that suffices
 */
public record RoleTooLow(Role needed) implements StaffEntry, StaffView {}
