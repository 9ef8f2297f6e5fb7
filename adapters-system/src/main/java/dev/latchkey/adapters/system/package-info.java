/** Services of the machine: the clock, random numbers, sealing and password hashing. */
@NullMarked
package dev.latchkey.adapters.system;

import org.jspecify.annotations.NullMarked;
