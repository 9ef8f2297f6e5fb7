/** Migrates the database to the schema version of this server. */
@NullMarked
package dev.latchkey.adapters.persistence.migration;

import org.jspecify.annotations.NullMarked;
