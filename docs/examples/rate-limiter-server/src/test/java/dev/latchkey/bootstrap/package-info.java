/** The server's context, started with the example on its class path. */
@NullMarked
package dev.latchkey.bootstrap;

import org.jspecify.annotations.NullMarked;
