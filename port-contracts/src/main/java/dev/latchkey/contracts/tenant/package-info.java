/** Contracts of the port that stores tenants. */
@NullMarked
package dev.latchkey.contracts.tenant;

import org.jspecify.annotations.NullMarked;
