/**
 * Architecture rules for a hexagonal layout, as executable checks. Start at {@link dev.latchkey.architecture.Hexagon}.
 */
@NullMarked
package dev.latchkey.architecture;

import org.jspecify.annotations.NullMarked;
