/** Brings the database to the version of this server. */
@NullMarked
package dev.latchkey.adapters.persistence.migration;

import org.jspecify.annotations.NullMarked;
