/** What the application needs: one interface per conversation that it has with the world. */
@NullMarked
package dev.latchkey.application.port.out;

import org.jspecify.annotations.NullMarked;
