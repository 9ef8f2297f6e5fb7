/** Finds the key of a request in the cache or in the database, and stores the check values of the peppers. */
@NullMarked
package dev.latchkey.adapters.persistence.credential;

import org.jspecify.annotations.NullMarked;
