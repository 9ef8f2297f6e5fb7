/** Contracts of the port that stores campaigns. */
@NullMarked
package dev.latchkey.contracts.campaign;

import org.jspecify.annotations.NullMarked;
