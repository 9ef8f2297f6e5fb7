/** Rate limits that all nodes share through the database. */
@NullMarked
package dev.latchkey.adapters.persistence.rate;

import org.jspecify.annotations.NullMarked;
