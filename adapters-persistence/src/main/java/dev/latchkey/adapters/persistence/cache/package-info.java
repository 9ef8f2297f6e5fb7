/** Caches credentials in the memory of this node. Does not depend on tables or on the change feed. */
@NullMarked
package dev.latchkey.adapters.persistence.cache;

import org.jspecify.annotations.NullMarked;
