/**
 * What the application needs: one interface per conversation that it has with the world. None answers null or with something
 * that holds one, and none is asked with null: {@code NeverNull} of the contracts looks at every answer.
 */
@NullMarked
package dev.latchkey.application.port.out;

import org.jspecify.annotations.NullMarked;
