/** The walls of a hexagonal house as rules that can be run: start at {@link dev.latchkey.architecture.Hexagon}. */
@NullMarked
package dev.latchkey.architecture;

import org.jspecify.annotations.NullMarked;
