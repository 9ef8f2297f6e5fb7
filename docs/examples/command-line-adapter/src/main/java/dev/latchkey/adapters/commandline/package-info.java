/** The command line: a driving adapter that asks one driving port. */
@NullMarked
package dev.latchkey.adapters.commandline;

import org.jspecify.annotations.NullMarked;
