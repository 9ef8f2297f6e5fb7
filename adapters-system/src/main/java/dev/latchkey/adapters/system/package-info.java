/** What the machine itself offers: the clock, unpredictable numbers, sealing and slow hashing. */
@NullMarked
package dev.latchkey.adapters.system;

import org.jspecify.annotations.NullMarked;
