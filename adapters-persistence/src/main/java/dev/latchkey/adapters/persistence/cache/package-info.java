/** The credentials that this node holds in memory. Knows neither tables nor the change feed. */
@NullMarked
package dev.latchkey.adapters.persistence.cache;

import org.jspecify.annotations.NullMarked;
