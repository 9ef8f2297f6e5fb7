/** The one class of bootstrap that the command needs. */
@NullMarked
package dev.latchkey.bootstrap;

import org.jspecify.annotations.NullMarked;
