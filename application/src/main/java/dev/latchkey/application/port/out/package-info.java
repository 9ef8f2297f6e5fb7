/**
 * Driven ports: one interface for each purpose for which the application uses the outside world. No method returns null
 * or a value that contains null, and none accepts null: {@code NeverNull} of the contracts checks every returned value.
 */
@NullMarked
package dev.latchkey.application.port.out;

import org.jspecify.annotations.NullMarked;
