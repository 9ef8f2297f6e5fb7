/** Finds the key of a request in the cache or in the database, and keeps the values that check the peppers. */
@NullMarked
package dev.latchkey.adapters.persistence.credential;

import org.jspecify.annotations.NullMarked;
