/** Decodes JSON bodies and query parameters, and collects all errors of a request. */
@NullMarked
package dev.latchkey.adapters.rest.kit.input;

import org.jspecify.annotations.NullMarked;
