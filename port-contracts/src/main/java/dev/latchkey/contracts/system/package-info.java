/** Contracts of the ports for time, randomness, sealing, passwords and limits within one node. */
@NullMarked
package dev.latchkey.contracts.system;

import org.jspecify.annotations.NullMarked;
