/** A store on PostgreSQL: every port of the store, in plain JDBC. */
@NullMarked
package dev.latchkey.adapters.persistence;

import org.jspecify.annotations.NullMarked;
