/** A store on H2's MVStore, ordered maps in one file: every port of the store, without SQL. */
@NullMarked
package dev.latchkey.adapters.persistence;

import org.jspecify.annotations.NullMarked;
