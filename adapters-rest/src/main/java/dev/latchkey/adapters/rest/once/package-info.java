/** Requests that are carried out once, however often they are sent. */
@NullMarked
package dev.latchkey.adapters.rest.once;

import org.jspecify.annotations.NullMarked;
