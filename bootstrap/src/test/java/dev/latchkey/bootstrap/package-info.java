/** The whole server, started as a process of its own and looked at from outside. */
@NullMarked
package dev.latchkey.bootstrap;

import org.jspecify.annotations.NullMarked;
