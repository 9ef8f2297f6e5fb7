/**
 * The servers of the database: which of them takes writes, how they replicate, and the session settings that every
 * connection needs so that a read is of the present.
 */
@NullMarked
package dev.latchkey.adapters.persistence.server;

import org.jspecify.annotations.NullMarked;
