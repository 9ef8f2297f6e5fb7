/** Stores tenants, their members and their sessions. */
@NullMarked
package dev.latchkey.adapters.persistence.tenant;

import org.jspecify.annotations.NullMarked;
