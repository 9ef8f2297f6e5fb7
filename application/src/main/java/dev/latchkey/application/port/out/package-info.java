/**
 * The driven ports: what the application needs, one interface per external dependency. No method returns null or a value
 * that contains null, and no argument is null. {@code NeverNull} of the contracts checks every returned value.
 */
@NullMarked
package dev.latchkey.application.port.out;

import org.jspecify.annotations.NullMarked;
