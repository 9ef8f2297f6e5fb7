/** The contract of the preparation of a store. */
@NullMarked
package dev.latchkey.contracts.store;

import org.jspecify.annotations.NullMarked;
