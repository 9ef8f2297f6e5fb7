/** Writes responses: success, lists, problem details, request ids and times. */
@NullMarked
package dev.latchkey.adapters.rest.kit.answer;

import org.jspecify.annotations.NullMarked;
