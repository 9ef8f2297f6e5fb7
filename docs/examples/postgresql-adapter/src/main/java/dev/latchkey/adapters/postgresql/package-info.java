/** A store on PostgreSQL: every port of the store, in plain JDBC. */
@NullMarked
package dev.latchkey.adapters.postgresql;

import org.jspecify.annotations.NullMarked;
