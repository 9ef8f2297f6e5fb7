/** Access control: steps 1 to 10 of the decision, before the body is read. */
@NullMarked
package dev.latchkey.adapters.rest.access;

import org.jspecify.annotations.NullMarked;
