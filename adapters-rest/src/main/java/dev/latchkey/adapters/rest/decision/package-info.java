/** What a key may do: whoami, explain, verify. */
@NullMarked
package dev.latchkey.adapters.rest.decision;

import org.jspecify.annotations.NullMarked;
