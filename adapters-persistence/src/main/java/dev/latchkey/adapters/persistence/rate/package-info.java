/** Shares rate limits between all nodes through the database. */
@NullMarked
package dev.latchkey.adapters.persistence.rate;

import org.jspecify.annotations.NullMarked;
