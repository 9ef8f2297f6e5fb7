/**
 * The contracts of the driven ports, as tests. An adapter runs them by implementing a contract and providing itself.
 */
@NullMarked
package dev.latchkey.contracts;

import org.jspecify.annotations.NullMarked;
