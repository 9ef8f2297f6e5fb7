/** What is read from a request, with all its faults at once. */
@NullMarked
package dev.latchkey.adapters.rest.input;

import org.jspecify.annotations.NullMarked;
