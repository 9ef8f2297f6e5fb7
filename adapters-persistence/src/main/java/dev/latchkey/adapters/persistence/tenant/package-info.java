/** Tenants, their members and their sessions in rows. */
@NullMarked
package dev.latchkey.adapters.persistence.tenant;

import org.jspecify.annotations.NullMarked;
