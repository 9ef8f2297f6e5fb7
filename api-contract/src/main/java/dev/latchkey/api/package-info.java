/** Validates the responses of a server against the description that it serves. */
@NullMarked
package dev.latchkey.api;

import org.jspecify.annotations.NullMarked;
