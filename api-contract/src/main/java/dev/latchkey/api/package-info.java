/** A server's answers, held to the description that it serves. */
@NullMarked
package dev.latchkey.api;

import org.jspecify.annotations.NullMarked;
