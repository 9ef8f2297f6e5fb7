/** Contracts of the port that stores leads. */
@NullMarked
package dev.latchkey.contracts.lead;

import org.jspecify.annotations.NullMarked;
