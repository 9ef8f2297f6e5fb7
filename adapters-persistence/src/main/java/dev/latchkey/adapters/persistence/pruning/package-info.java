/** Removes expired rows from all tables that grow with time. */
@NullMarked
package dev.latchkey.adapters.persistence.pruning;

import org.jspecify.annotations.NullMarked;
