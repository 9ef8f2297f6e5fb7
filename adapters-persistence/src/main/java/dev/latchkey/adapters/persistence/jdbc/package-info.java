/**
 * Runs all database work and translates driver exceptions into the errors that the ports declare. Knows no table of a
 * feature.
 */
@NullMarked
package dev.latchkey.adapters.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
