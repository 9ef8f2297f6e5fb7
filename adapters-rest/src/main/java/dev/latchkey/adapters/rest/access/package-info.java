/** Who may come in: steps 1 to 10 of the decision, before a body is looked at. */
@NullMarked
package dev.latchkey.adapters.rest.access;

import org.jspecify.annotations.NullMarked;
