/** What a key may do: who am I, explain, verify. */
@NullMarked
package dev.latchkey.adapters.rest.decision;

import org.jspecify.annotations.NullMarked;
