/**
 * Runs all database work and translates driver exceptions into the errors that the ports declare. Does not depend on
 * tables of features.
 */
@NullMarked
package dev.latchkey.adapters.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
